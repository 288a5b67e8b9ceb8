package cn.example.zzgl.archive;

import cn.example.zzgl.common.BizException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 办件归档与撤回：办结后归档，归档后 3 个工作日内允许经办人撤回。
 *
 * @implements LD-ARC-02
 */
@Service
public class ArchiveFilingService {

    private static final int WITHDRAW_WORKDAYS = 3;

    private final ArchiveMapper archiveMapper;

    public ArchiveFilingService(ArchiveMapper archiveMapper) {
        this.archiveMapper = archiveMapper;
    }

    /**
     * 归档一件办结的办件。
     *
     * @param applyId 办件编号
     */
    @Transactional
    public void file(long applyId) {
        if (archiveMapper.insertFromApply(applyId) != 1) {
            throw new BizException("ARC-8002", "办件尚未办结，不能归档");
        }
    }

    /**
     * 撤回归档；超过 3 个工作日的须走异常数据处理审批。
     *
     * @param applyId 办件编号
     */
    @Transactional
    public void withdraw(long applyId) {
        if (archiveMapper.withdraw(applyId, earliest(LocalDate.now())) != 1) {
            throw new BizException("ARC-8004", "归档已超过 3 个工作日，请联系管理员办理数据处理审批");
        }
    }

    /** 向前数 3 个工作日，按周一至周五计。 */
    private static LocalDate earliest(LocalDate today) {
        LocalDate day = today;
        for (int left = WITHDRAW_WORKDAYS; left > 0; ) {
            day = day.minusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
