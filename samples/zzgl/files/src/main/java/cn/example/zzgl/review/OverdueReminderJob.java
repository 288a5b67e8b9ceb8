package cn.example.zzgl.review;

import cn.example.zzgl.common.WorkdayCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 超期预警定时任务：每日 07:30 启动，非工作日不执行；各应用节点同时触发，只有取得数据库锁的一台执行。
 *
 * @implements LD-REV-07
 */
@Component
public class OverdueReminderJob {

    // BG-2026-0005 XQ-2026-0001 2026-03-16 李四: 新增超期预警定时任务
    private static final Logger LOG = LoggerFactory.getLogger(OverdueReminderJob.class);
    private static final int BATCH_SIZE = 500;
    // BG-2026-0005 XQ-2026-0001 2026-03-20 周五: 短信发送时段
    private static final LocalTime SMS_FROM = LocalTime.of(8, 30);
    private static final LocalTime SMS_TO = LocalTime.of(17, 30);

    private final OverdueMapper overdueMapper;
    private final OverdueReminderService service;
    private final WorkdayCalendar calendar;
    private final TransactionTemplate transaction;

    /**
     * @param overdueMapper 预警数据访问
     * @param service 预警服务
     * @param calendar 工作日历
     * @param transaction 事务模板，每批一个事务
     */
    public OverdueReminderJob(OverdueMapper overdueMapper, OverdueReminderService service, WorkdayCalendar calendar,
            TransactionTemplate transaction) {
        this.overdueMapper = overdueMapper;
        this.service = service;
        this.calendar = calendar;
        this.transaction = transaction;
    }

    /** 每日 07:30 扫描全部在办件。 */
    @Scheduled(cron = "0 30 7 * * *")
    public void scan() {
        LocalDate today = LocalDate.now();
        if (!calendar.isWorkday(today) || overdueMapper.takeTurn(today) != 1) {
            return;
        }
        long lastId = 0;
        int changed = 0;
        List<OverdueMapper.OpenApply> batch = overdueMapper.selectOpen(lastId, BATCH_SIZE);
        while (!batch.isEmpty()) {
            changed += refresh(batch, today);
            lastId = batch.get(batch.size() - 1).applyId();
            batch = overdueMapper.selectOpen(lastId, BATCH_SIZE);
        }
        LOG.info("超期预警扫描完成, 日期={}, 级别变动={}", today, changed);
    }

    /** 工作日 08:30 至 17:30 每 10 分钟发送到期的短信；待发记录取出时锁行，各节点不会重复发送。 */
    @Scheduled(cron = "0 */10 8-17 * * *")
    public void sendSms() {
        // BG-2026-0005 XQ-2026-0001 2026-03-20 周五: 新增短信发送, 其余时间产生的短信在下一工作时段发送
        LocalDateTime now = LocalDateTime.now();
        boolean inHours = !now.toLocalTime().isBefore(SMS_FROM) && now.toLocalTime().isBefore(SMS_TO);
        if (inHours && calendar.isWorkday(now.toLocalDate())) {
            transaction.executeWithoutResult(status -> service.sendDueSms(now));
        }
    }

    private int refresh(List<OverdueMapper.OpenApply> batch, LocalDate today) {
        Integer changed = transaction.execute(status -> service.refresh(batch, today));
        return changed == null ? 0 : changed;
    }
}
