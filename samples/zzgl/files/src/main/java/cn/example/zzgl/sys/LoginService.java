package cn.example.zzgl.sys;

import cn.example.zzgl.common.BizException;
import java.time.Duration;
import java.util.Map;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * 登录认证：验证码、口令校验、登录日志。
 *
 * @implements LD-SYS-01
 */
@Service
public class LoginService {

    private static final int MAX_CAPTCHA_FAILURES = 20;
    private static final Duration CAPTCHA_WINDOW = Duration.ofMinutes(15);

    private final JdbcTemplate jdbc;
    private final StringRedisTemplate redis;
    private final PasswordHasher hasher;
    private final LoginLockService lockService;

    public LoginService(JdbcTemplate jdbc, StringRedisTemplate redis, PasswordHasher hasher, LoginLockService lockService) {
        this.jdbc = jdbc;
        this.redis = redis;
        this.hasher = hasher;
        this.lockService = lockService;
    }

    /**
     * 登录。
     *
     * @param account 账号
     * @param secret 口令原文，只在本方法内使用
     * @param captchaId 验证码编号
     * @param captcha 用户输入的验证码
     * @param ip 来源地址
     * @return 用户编号
     */
    public long login(String account, String secret, String captchaId, String captcha, String ip) {
        String expected = redis.opsForValue().getAndDelete("captcha:" + captchaId);
        if (expected == null || !expected.equalsIgnoreCase(captcha)) {
            rejectBusyAddress(ip);
            throw new BizException("SYS-6003", "验证码错误或已过期");
        }
        lockService.checkLocked(account);
        Map<String, Object> user = find(account);
        if (user == null || !hasher.matches(secret, (String) user.get("PASSWORD_HASH"))) {
            lockService.onFailure(account, ip);
            throw new BizException("SYS-6004", "账号或口令不正确");
        }
        long userId = ((Number) user.get("USER_ID")).longValue();
        lockService.onSuccess(userId, account, ip);
        return userId;
    }

    /** 同一来源 15 分钟内验证码错误满 20 次即拒绝，防止机器试探。 */
    private void rejectBusyAddress(String ip) {
        String key = "captcha:fail:" + ip;
        Long failures = redis.opsForValue().increment(key);
        redis.expire(key, CAPTCHA_WINDOW);
        if (failures != null && failures >= MAX_CAPTCHA_FAILURES) {
            throw new BizException("SYS-6005", "验证码错误次数过多，请 15 分钟后再试");
        }
    }

    private Map<String, Object> find(String account) {
        try {
            return jdbc.queryForMap("SELECT user_id, password_hash FROM t_user WHERE account = ? AND status = 'VALID'", account);
        } catch (EmptyResultDataAccessException e) {
            return null;
        }
    }
}
