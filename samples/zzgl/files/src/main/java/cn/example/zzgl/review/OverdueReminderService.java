package cn.example.zzgl.review;

import cn.example.zzgl.common.NoticeSender;
import cn.example.zzgl.common.WorkdayCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * 超期预警：按剩余工作日判定级别，级别变动时提醒。
 *
 * @implements LD-REV-06
 */
@Service
public class OverdueReminderService {

    // BG-2026-0005 XQ-2026-0001 2026-03-16 李四: 新增超期预警规则
    /** 未设置阈值的证照类型取 2 个工作日。 */
    private static final int DEFAULT_YELLOW_DAYS = 2;
    // BG-2026-0005 XQ-2026-0001 2026-03-20 周五: 短信失败后的重发间隔
    private static final int[] RETRY_MINUTES = {10, 30};

    private final OverdueMapper overdueMapper;
    private final WorkdayCalendar calendar;
    private final NoticeSender noticeSender;

    // BG-2026-0005 XQ-2026-0001 2026-03-20 周五: 增加消息通知
    /**
     * @param overdueMapper 预警数据访问
     * @param calendar 工作日历
     * @param noticeSender 消息通知
     */
    public OverdueReminderService(OverdueMapper overdueMapper, WorkdayCalendar calendar, NoticeSender noticeSender) {
        this.overdueMapper = overdueMapper;
        this.calendar = calendar;
        this.noticeSender = noticeSender;
    }

    /** 预警级别。 */
    public enum Level { NONE, YELLOW, RED }

    /**
     * 判定一件办件的级别。
     *
     * @param deadline 办理时限届满日
     * @param today 当日
     * @param yellowDays 黄色阈值，为空时取默认值
     * @return 级别；届满当日剩余为 0，仍为黄色
     */
    public Level judge(LocalDate deadline, LocalDate today, Integer yellowDays) {
        if (today.isAfter(deadline)) {
            return Level.RED;
        }
        int threshold = yellowDays == null ? DEFAULT_YELLOW_DAYS : yellowDays;
        return calendar.workdaysBetween(today, deadline) <= threshold ? Level.YELLOW : Level.NONE;
    }

    /**
     * 计算一批办件并保存级别。
     *
     * @param batch 一批在办件
     * @param today 当日
     * @return 级别有变动的件数
     */
    public int refresh(List<OverdueMapper.OpenApply> batch, LocalDate today) {
        int changed = 0;
        for (OverdueMapper.OpenApply apply : batch) {
            // BG-2026-0005 XQ-2026-0001 2026-03-27 李四: 补正挂起期间时限不走, 不产生预警
            boolean running = ApplyStatus.valueOf(apply.status()).clockRunning();
            Level level = running ? judge(apply.deadline(), today, apply.yellowDays()) : Level.NONE;
            // BG-2026-0005 XQ-2026-0001 2026-03-20 周五: 转为黄色、红色时提醒, 红色之后每个工作日提醒
            boolean moved = !level.name().equals(apply.level());
            if (moved) {
                overdueMapper.updateLevel(apply.applyId(), level.name());
                changed++;
            }
            if (level == Level.RED || moved && level == Level.YELLOW) {
                remind(apply, level, today);
            }
        }
        return changed;
    }

    /**
     * 一件办件的时限变动后单件重算，在流转事务提交之后进行。
     *
     * @param event 时限变动
     */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void onDeadlineMoved(ReviewFlowService.DeadlineMoved event) {
        // BG-2026-0005 XQ-2026-0001 2026-03-23 李四: 新增单件重算, 已办结的办件清除级别
        List<OverdueMapper.OpenApply> open = overdueMapper.selectOne(event.applyId());
        if (open.isEmpty()) {
            overdueMapper.updateLevel(event.applyId(), Level.NONE.name());
        } else {
            refresh(open, LocalDate.now());
        }
    }

    /**
     * 发送到期的短信；失败的 10 分钟、30 分钟后各重发一次，仍失败记为失败。
     *
     * @param now 当前时间，调用方保证在 08:30 至 17:30 之间
     * @return 网关受理的条数
     */
    public int sendDueSms(LocalDateTime now) {
        // BG-2026-0005 XQ-2026-0001 2026-03-20 周五: 新增短信发送与重发
        int sent = 0;
        for (OverdueMapper.PendingSms sms : overdueMapper.selectDueSms(now)) {
            if (noticeSender.sendSms(sms.receiver(), "办件 " + sms.acceptNo() + "（" + sms.step() + "）" + describe(sms.deadline(), now.toLocalDate()))) {
                overdueMapper.updateSms(sms.noticeId(), "SENT", null);
                sent++;
            } else if (sms.tries() >= RETRY_MINUTES.length) {
                overdueMapper.updateSms(sms.noticeId(), "FAILED", null);
            } else {
                overdueMapper.updateSms(sms.noticeId(), "WAIT", now.plusMinutes(RETRY_MINUTES[sms.tries()]));
            }
        }
        return sent;
    }

    /**
     * 超期预警统计：统计期内到过某一级别即计一次。
     *
     * @param month 月份，形如 2026-04
     * @param orgPrefix 机构编码前缀，决定可见范围
     * @return 每个机构、证照类型一行
     */
    public List<OverdueMapper.StatRow> statistics(String month, String orgPrefix) {
        // BG-2026-0005 XQ-2026-0001 2026-03-24 周五: 新增预警统计
        return overdueMapper.selectStatistics(month, orgPrefix);
    }

    private void remind(OverdueMapper.OpenApply apply, Level level, LocalDate today) {
        // BG-2026-0005 XQ-2026-0001 2026-03-20 周五: 登记成功才发送, 避免重复提醒
        String text = "办件 " + apply.acceptNo() + " " + describe(apply.deadline(), today);
        String sms = level == Level.RED ? "WAIT" : "NONE";
        for (long receiver : overdueMapper.selectReceivers(apply.applyId(), level.name())) {
            if (overdueMapper.insertNotice(apply.applyId(), level.name(), today, receiver, sms) == 1) {
                noticeSender.sendStation(receiver, level == Level.RED ? "办件已超期" : "办件即将到期", text);
            }
        }
    }

    private String describe(LocalDate deadline, LocalDate today) {
        // BG-2026-0005 XQ-2026-0001 2026-03-20 周五: 新增
        int left = calendar.workdaysBetween(today, deadline);
        return left < 0 ? "超期 " + -left + " 个工作日" : "剩余 " + left + " 个工作日";
    }
}
