package cn.example.zzgl.review;

import java.util.EnumSet;
import java.util.Set;

/**
 * 办件状态机：每个状态只能转到列出的后继状态，不允许跳转和回退。
 * 已办结办件确需退回的，按异常数据处理，不提供界面功能。
 *
 * @implements LD-REV-05
 */
public enum ApplyStatus {
    DRAFT("草稿"),
    SUBMITTED("待受理"),
    ACCEPTED("已受理"),
    SUPPLEMENT("补正"),
    REVIEWING("审批中"),
    FINISHED("已办结"),
    REJECTED("不予许可"),
    WITHDRAWN("已撤回");

    private final String label;

    ApplyStatus(String label) {
        this.label = label;
    }

    /** @return 界面显示名称 */
    public String label() {
        return label;
    }

    /**
     * 判断能否转到目标状态。
     *
     * @param target 目标状态
     * @return 允许时为真
     */
    public boolean canGo(ApplyStatus target) {
        return next().contains(target);
    }

    /** @return 时限是否在走：补正期间和终态不计时 */
    public boolean clockRunning() {
        return this == ACCEPTED || this == REVIEWING;
    }

    private Set<ApplyStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SUBMITTED);
            case SUBMITTED -> EnumSet.of(ACCEPTED, SUPPLEMENT, REJECTED, WITHDRAWN);
            case SUPPLEMENT -> EnumSet.of(SUBMITTED, WITHDRAWN);
            case ACCEPTED -> EnumSet.of(REVIEWING, WITHDRAWN);
            case REVIEWING -> EnumSet.of(FINISHED, REJECTED, SUPPLEMENT);
            default -> EnumSet.noneOf(ApplyStatus.class);
        };
    }
}
