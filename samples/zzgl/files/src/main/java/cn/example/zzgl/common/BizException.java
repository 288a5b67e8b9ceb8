package cn.example.zzgl.common;

/**
 * 业务异常：提示语直接展示给用户，因此不得包含表名、堆栈等内部信息。
 *
 * @implements LD-COM-03
 */
public class BizException extends RuntimeException {

    private final String code;

    /**
     * @param code 错误码，形如 APP-1003，与操作手册的提示语对照表一致
     * @param message 展示给用户的提示语
     */
    public BizException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** @return 错误码 */
    public String getCode() {
        return code;
    }
}
