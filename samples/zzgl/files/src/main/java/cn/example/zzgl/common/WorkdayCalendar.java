package cn.example.zzgl.common;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/**
 * 工作日历：法定节假日不计，调休上班日计入；安排取自 calendar-年份.yml，一年一个文件。
 *
 * @implements LD-COM-02
 */
@Component
public class WorkdayCalendar {

    // BG-2026-0006 WX-2026-0012 2026-04-15 周五: 节假日由程序常量改为读取 calendar-年份.yml
    private static final Logger LOG = LoggerFactory.getLogger(WorkdayCalendar.class);

    private final Set<Integer> years = new HashSet<>();
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> makeUp = new HashSet<>();

    // BG-2026-0006 WX-2026-0012 2026-04-15 周五: 启动时装入全部年份, 缺当年文件即拒绝启动
    /**
     * @param sources 日历文件，一年一个
     * @throws IOException 文件不可读
     */
    public WorkdayCalendar(@Value("classpath*:calendar-*.yml") Resource[] sources) throws IOException {
        for (Resource source : sources) {
            try (InputStream in = source.getInputStream()) {
                load(new Yaml().load(in));
            }
        }
        if (!years.contains(LocalDate.now().getYear())) {
            throw new IllegalStateException("缺少 " + LocalDate.now().getYear() + " 年的工作日历文件");
        }
        LOG.info("已加载 {} 年日历", years);
    }

    /**
     * 判断是否工作日。
     *
     * @param day 日期
     * @return 工作日为真
     */
    public boolean isWorkday(LocalDate day) {
        // BG-2026-0006 WX-2026-0012 2026-04-15 周五: 按完整日期判断; 没有数据的年份按周一至周五
        if (!years.contains(day.getYear())) {
            LOG.warn("没有 {} 年的工作日历，按周一至周五计算", day.getYear());
        }
        return makeUp.contains(day) || !holidays.contains(day) && !isWeekend(day);
    }

    /**
     * 两日之间的工作日数：不含起始日，含截止日；截止日早于起始日时为负数。
     *
     * @param from 起始日
     * @param to 截止日
     * @return 工作日数
     */
    public int workdaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workdaysBetween(to, from);
        }
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkday(day)) {
                count++;
            }
        }
        return count;
    }

    /**
     * 某日之后第 n 个工作日。
     *
     * @param day 起始日，不计入
     * @param n 工作日数，不小于 1
     * @return 日期
     */
    public LocalDate plusWorkdays(LocalDate day, int n) {
        LocalDate result = day;
        for (int left = n; left > 0; ) {
            result = result.plusDays(1);
            if (isWorkday(result)) {
                left--;
            }
        }
        return result;
    }

    @SuppressWarnings("unchecked")
    private void load(Map<String, Object> calendar) {
        // BG-2026-0006 WX-2026-0012 2026-04-15 周五: 新增
        years.add((Integer) calendar.get("year"));
        for (Map<String, String> block : (List<Map<String, String>>) calendar.get("holidays")) {
            LocalDate to = LocalDate.parse(block.get("to"));
            LocalDate.parse(block.get("from")).datesUntil(to.plusDays(1)).forEach(holidays::add);
        }
        ((List<String>) calendar.get("make_up")).forEach(day -> makeUp.add(LocalDate.parse(day)));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
