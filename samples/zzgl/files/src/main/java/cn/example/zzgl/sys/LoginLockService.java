package cn.example.zzgl.sys;

import cn.example.zzgl.common.BizException;
import cn.example.zzgl.common.NoticeSender;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * 登录失败锁定：按登录日志统计连续失败次数，达到上限即锁定账号一段时间；管理员可提前解锁；异常登录提醒本人。
 *
 * @implements LD-SYS-02
 */
@Service
public class LoginLockService {

    // BG-2026-0012 XQ-2026-0005 2026-08-07 李四: 短时拒绝改为账号锁定; 阈值可由参数覆盖, 次日生效
    private static final int MAX_FAILURES = 5;
    private static final int FAIL_WINDOW_MINUTES = 15;
    private static final int LOCK_MINUTES = 30;

    private final JdbcTemplate jdbc;
    private final StringRedisTemplate redis;
    private final NoticeSender noticeSender;

    // BG-2026-0012 XQ-2026-0005 2026-08-11 李四: 增加消息通知
    /**
     * @param jdbc 登录日志与参数访问
     * @param redis 锁定键
     * @param noticeSender 消息通知
     */
    public LoginLockService(JdbcTemplate jdbc, StringRedisTemplate redis, NoticeSender noticeSender) {
        this.jdbc = jdbc;
        this.redis = redis;
        this.noticeSender = noticeSender;
    }

    /**
     * 账号处于锁定期时拒绝登录，口令正确也不放行。
     *
     * @param account 账号
     */
    public void checkLocked(String account) {
        // BG-2026-0012 XQ-2026-0005 2026-08-07 李四: 判断锁定截止时间并提示剩余分钟
        // BG-2026-0013 WX-2026-0024 2026-09-07 李四: 剩余分钟向上取整, 不足 1 分钟显示 1 分钟
        String until = redis.opsForValue().get(lockKey(account));
        if (until == null) {
            return;
        }
        long seconds = Duration.between(Instant.now(), Instant.ofEpochMilli(Long.parseLong(until))).toSeconds();
        long minutes = Math.max(1, (seconds + 59) / 60);
        throw new BizException("SYS-6006", "账号已锁定，请于 " + minutes + " 分钟后再试或联系本单位管理员");
    }

    /**
     * 记录一次失败，达到上限时锁定。
     *
     * @param account 账号
     * @param ip 来源地址
     */
    public void onFailure(String account, String ip) {
        // BG-2026-0012 XQ-2026-0005 2026-08-07 李四: 以登录日志统计失败次数, 满 5 次锁定 30 分钟
        log(account, ip, "FAIL");
        if (recentFailures(account) >= param("login.fail.max", MAX_FAILURES)) {
            lock(account, ip);
        }
    }

    /**
     * 登录成功：写登录日志，此前的失败不再计入；地址段 90 天内未用过或在夜间登录时提醒本人。
     *
     * @param userId 用户编号
     * @param account 账号
     * @param ip 来源地址
     */
    public void onSuccess(long userId, String account, String ip) {
        // BG-2026-0012 XQ-2026-0005 2026-08-11 李四: 异常登录提醒, 先判断再写日志
        boolean strange = !usedBefore(account, segment(ip));
        log(account, ip, "OK");
        if (strange || isNight(LocalTime.now())) {
            warn(userId, "您的账号从地址段 " + segment(ip) + " 登录，如非本人操作请立即修改口令");
        }
    }

    /**
     * 管理员提前解锁。
     *
     * @param account 账号
     * @param operator 操作的管理员
     */
    public void unlock(String account, long operator) {
        // BG-2026-0012 XQ-2026-0005 2026-08-07 李四: 新增
        redis.delete(lockKey(account));
        log(account, "-", "UNLOCK");
        operLog("LOGIN_UNLOCK", operator, account, "管理员解锁");
    }

    private void lock(String account, String ip) {
        // BG-2026-0012 XQ-2026-0005 2026-08-07 李四: 锁定截止时间存 Redis, 各应用节点共用, 到期自动解锁
        Duration length = Duration.ofMinutes(param("login.lock.minutes", LOCK_MINUTES));
        redis.opsForValue().set(lockKey(account), Long.toString(Instant.now().plus(length).toEpochMilli()), length);
        log(account, ip, "LOCK");
        operLog("LOGIN_LOCK", 0, account, "连续失败达到上限, 来源 " + ip);
        // BG-2026-0012 XQ-2026-0005 2026-08-11 李四: 锁定时提醒本人
        jdbc.queryForList("SELECT user_id FROM t_user WHERE account = ?", Long.class, account)
                .forEach(userId -> warn(userId, "您的账号因连续登录失败已被锁定"));
    }

    private void warn(long userId, String content) {
        // BG-2026-0012 XQ-2026-0005 2026-08-11 李四: 管理员账号同时发短信
        noticeSender.sendStation(userId, "登录提醒", content);
        Integer admin = jdbc.queryForObject("SELECT COUNT(*) FROM t_user_role WHERE user_id = ? AND role_code = 'SYS_ADMIN'", Integer.class, userId);
        if (admin != null && admin > 0) {
            noticeSender.sendSms(userId, content);
        }
    }

    private boolean usedBefore(String account, String segment) {
        // BG-2026-0012 XQ-2026-0005 2026-08-11 李四: 90 天内同一地址段是否成功登录过
        Integer count = jdbc.queryForObject("SELECT COUNT(*) FROM t_login_log WHERE account = ? AND result = 'OK'"
                + " AND ip LIKE ? || '.%' AND login_time > SYSTIMESTAMP - INTERVAL '90' DAY", Integer.class, account, segment);
        return count != null && count > 0;
    }

    private static boolean isNight(LocalTime time) {
        // BG-2026-0012 XQ-2026-0005 2026-08-11 李四: 22:00 至次日 6:00
        return time.getHour() >= 22 || time.getHour() < 6;
    }

    private static String segment(String ip) {
        // BG-2026-0012 XQ-2026-0005 2026-08-11 李四: 只保留到 C 段
        int dot = ip.lastIndexOf('.');
        return dot < 0 ? ip : ip.substring(0, dot);
    }

    /** 统计窗口内、最近一次成功、锁定或解锁之后的失败次数。 */
    private int recentFailures(String account) {
        // BG-2026-0012 XQ-2026-0005 2026-08-07 李四: 新增
        Integer count = jdbc.queryForObject("SELECT COUNT(*) FROM t_login_log f WHERE f.account = ? AND f.result = 'FAIL'"
                + " AND f.login_time > SYSTIMESTAMP - NUMTODSINTERVAL(?, 'MINUTE') AND NOT EXISTS"
                + " (SELECT 1 FROM t_login_log s WHERE s.account = f.account AND s.result <> 'FAIL' AND s.login_time >= f.login_time)",
                Integer.class, account, param("login.fail.window", FAIL_WINDOW_MINUTES));
        return count == null ? 0 : count;
    }

    private int param(String name, int fallback) {
        // BG-2026-0012 XQ-2026-0005 2026-08-07 李四: 新增
        List<Integer> values = jdbc.queryForList("SELECT TO_NUMBER(param_value) FROM t_sys_param WHERE param_key = ?", Integer.class, name);
        return values.isEmpty() ? fallback : values.get(0);
    }

    private void log(String account, String ip, String result) {
        jdbc.update("INSERT INTO t_login_log (log_id, account, ip, result, login_time)"
                + " VALUES (seq_login_log.NEXTVAL, ?, ?, ?, CURRENT_TIMESTAMP)", account, ip, result);
    }

    private void operLog(String category, long userId, String account, String content) {
        // BG-2026-0012 XQ-2026-0005 2026-08-07 李四: 新增
        jdbc.update("INSERT INTO t_oper_log (log_id, category, user_id, object_id, result, content, oper_time)"
                + " VALUES (seq_oper_log.NEXTVAL, ?, ?, ?, 'OK', ?, CURRENT_TIMESTAMP)", category, userId, account, content);
    }

    private static String lockKey(String account) {
        // BG-2026-0012 XQ-2026-0005 2026-08-07 李四: 键名由 login:fail 改为 login:lock
        return "login:lock:" + account;
    }
}
