package cn.example.zzgl.cert;

import java.time.LocalDate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 证照取号：ZZ + 四位年 + 六位顺序号，顺序号每年从 1 开始；900000 以上为数据处理预留号段。
 * 当年已用的最大顺序号记在 t_cert_seq，每年一行。
 *
 * @implements LD-CRT-03
 */
@Component
public class CertNoGenerator {

    private static final String PREFIX = "ZZ";
    private static final int SERIAL_DIGITS = 6;
    // BG-2026-0002 WX-2026-0003 2026-01-21 李四: 年初首次取号时两个节点可能同时建行, 冲突后重试
    private static final int MAX_TRIES = 3;

    private final CertMapper certMapper;
    private final JdbcTemplate jdbc;

    // BG-2026-0002 WX-2026-0003 2026-01-21 李四: 增加 jdbc, 用于锁定取号行
    /**
     * @param certMapper 证照数据访问，建当年取号行时取已发的最大编号
     * @param jdbc 取号表访问
     */
    public CertNoGenerator(CertMapper certMapper, JdbcTemplate jdbc) {
        this.certMapper = certMapper;
        this.jdbc = jdbc;
    }

    /**
     * 取下一个编号；行锁保持到证照登记的事务结束。
     *
     * @return 证照编号
     */
    @Transactional
    public String next() {
        // BG-2026-0002 WX-2026-0003 2026-01-21 李四: 取号改为行锁+唯一索引, 防止并发重号
        int year = LocalDate.now().getYear();
        for (int i = 1; ; i++) {
            try {
                long serial = lockCurrent(year) + 1;
                jdbc.update("UPDATE t_cert_seq SET cur_value = ? WHERE seq_year = ?", serial, year);
                return format(PREFIX + year, serial);
            } catch (DuplicateKeyException e) {
                if (i == MAX_TRIES) {
                    throw e;
                }
            }
        }
    }

    private long lockCurrent(int year) {
        // BG-2026-0002 WX-2026-0003 2026-01-21 李四: 锁住当年一行, 其他节点在此等待
        try {
            Long current = jdbc.queryForObject("SELECT cur_value FROM t_cert_seq WHERE seq_year = ? FOR UPDATE", Long.class, year);
            return current == null ? 0 : current;
        } catch (EmptyResultDataAccessException e) {
            long start = lastIssued(PREFIX + year);
            jdbc.update("INSERT INTO t_cert_seq (seq_year, cur_value) VALUES (?, ?)", year, start);
            return start;
        }
    }

    private long lastIssued(String prefix) {
        // BG-2026-0002 WX-2026-0003 2026-01-21 李四: 仅在新年度首次取号时使用
        String max = certMapper.selectMaxNo(prefix);
        return max == null ? 0 : Long.parseLong(max.substring(prefix.length()));
    }

    static String format(String prefix, long serial) {
        return prefix + String.format("%0" + SERIAL_DIGITS + "d", serial);
    }
}
