package cn.example.zzgl.stat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * 月度办件统计：受理数按提交时间、办结数按办结时间归月，附环比。
 *
 * @implements LD-STA-02
 */
@Service
public class StatMonthlyService {

    private final StatMapper statMapper;

    public StatMonthlyService(StatMapper statMapper) {
        this.statMapper = statMapper;
    }

    /**
     * 某月汇总，含受理数环比。
     *
     * @param month 月份
     * @param areaCode 行政区划前缀
     * @return 各区划一行
     */
    public List<Map<String, Object>> monthly(YearMonth month, String areaCode) {
        Map<Object, Number> previous = new HashMap<>();
        for (Map<String, Object> row : statMapper.selectMonthly(month.minusMonths(1).toString(), areaCode)) {
            previous.put(row.get("areaCode"), (Number) row.get("acceptedCount"));
        }
        List<Map<String, Object>> rows = statMapper.selectMonthly(month.toString(), areaCode);
        for (Map<String, Object> row : rows) {
            row.put("chainRatio", chainRatio((Number) row.get("acceptedCount"), previous.get(row.get("areaCode"))));
        }
        return rows;
    }

    /** 环比（%），保留一位小数；上月为零或无数据时返回空。 */
    private static BigDecimal chainRatio(Number current, Number last) {
        if (last == null || last.longValue() == 0) {
            return null;
        }
        BigDecimal base = BigDecimal.valueOf(last.longValue());
        return BigDecimal.valueOf(current.longValue()).subtract(base).movePointRight(2).divide(base, 1, RoundingMode.HALF_UP);
    }
}
