package cn.example.zzgl.common;

import java.util.List;

/**
 * 分页结果，页码从 1 开始。
 *
 * @implements LD-COM-03
 * @param <T> 行类型
 */
public record PageResult<T>(List<T> rows, long total, int pageNo, int pageSize) {

    /** 每页行数上限，防止一次取出过多数据。 */
    public static final int MAX_PAGE_SIZE = 100;

    /**
     * 计算起始行号（从 0 开始）。
     *
     * @param pageNo 页码，从 1 开始
     * @param pageSize 每页行数
     * @return 起始行号
     */
    public static int offset(int pageNo, int pageSize) {
        if (pageNo < 1 || pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
            throw new BizException("COM-5002", "分页参数不正确");
        }
        return (pageNo - 1) * pageSize;
    }

    /** @return 总页数，至少为 1 */
    public int pageCount() {
        return (int) Math.max(1, (total + pageSize - 1) / pageSize);
    }
}
