package cn.example.zzgl.archive;

import cn.example.zzgl.common.BizException;
import cn.example.zzgl.common.PageResult;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * 档案查询：姓名按前缀匹配并限定行政区划，分页在数据库完成。
 *
 * @implements LD-ARC-01
 */
@Service
public class ArchiveQueryService {

    private final ArchiveMapper archiveMapper;

    public ArchiveQueryService(ArchiveMapper archiveMapper) {
        this.archiveMapper = archiveMapper;
    }

    /**
     * 按姓名、区划、编号查询档案。
     *
     * @param query 查询条件，姓名与编号至少填一项；填姓名时必须带行政区划
     * @return 分页结果
     */
    public PageResult<Map<String, Object>> search(ArchiveQuery query) {
        if (blank(query.holderName()) && blank(query.certNo())) {
            throw new BizException("ARC-8001", "请至少填写姓名或证照编号");
        }
        // BG-2025-0003 WX-2025-0009 2025-11-14 李四: 限定行政区划, 由数据库分页, 总数随行返回
        if (!blank(query.holderName()) && blank(query.areaCode())) {
            throw new BizException("ARC-8003", "按姓名查询请选择行政区划");
        }
        PageResult.offset(query.pageNo(), query.pageSize());
        List<Map<String, Object>> rows = archiveMapper.searchByName(query);
        long total = rows.isEmpty() ? 0 : ((Number) rows.get(0).get("totalCount")).longValue();
        return new PageResult<>(rows, total, query.pageNo(), query.pageSize());
    }

    private static boolean blank(String value) {
        return value == null || value.isBlank();
    }
}
