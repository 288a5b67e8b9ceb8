package cn.example.zzgl.sys;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.example.zzgl.common.BizException;
import cn.example.zzgl.common.NoticeSender;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ValueOperations;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * @verifies REQ-SYS-006
 * @verifies REQ-SYS-007
 */
class LoginLockServiceTest {

    private final JdbcTemplate jdbc = mock(JdbcTemplate.class);
    private final StringRedisTemplate redis = mock(StringRedisTemplate.class);
    @SuppressWarnings("unchecked")
    private final ValueOperations<String, String> values = mock(ValueOperations.class);
    private final NoticeSender notices = mock(NoticeSender.class);
    private final LoginLockService service = new LoginLockService(jdbc, redis, notices);

    LoginLockServiceTest() {
        when(redis.opsForValue()).thenReturn(values);
    }

    @Test
    void fourFailuresDoNotLock() {
        failures(4);
        service.onFailure("zhangsan", "10.8.3.21");
        verify(values, never()).set(anyString(), anyString(), any(Duration.class));
    }

    @Test
    void fifthFailureLocksForThirtyMinutes() {
        failures(5);
        service.onFailure("zhangsan", "10.8.3.21");
        verify(values).set(eq("login:lock:zhangsan"), anyString(), eq(Duration.ofMinutes(30)));
    }

    @Test
    void lockedAccountIsRefused() {
        lockedFor(Duration.ofMinutes(20));
        assertThrows(BizException.class, () -> service.checkLocked("zhangsan"));
    }

    @Test
    void remainingMinutesAreRoundedUp() {
        assertTrue(message(Duration.ofMinutes(30).minusSeconds(1)).contains("30 分钟"));
        assertTrue(message(Duration.ofSeconds(40)).contains(" 1 分钟"));
    }

    private String message(Duration left) {
        String account = lockedFor(left);
        return assertThrows(BizException.class, () -> service.checkLocked(account)).getMessage();
    }

    @Test
    void loginFromANewSegmentIsReported() {
        when(jdbc.queryForObject(contains("ip LIKE"), eq(Integer.class), any(), any())).thenReturn(0);
        service.onSuccess(7L, "zhangsan", "10.8.3.21");
        verify(notices).sendStation(eq(7L), eq("登录提醒"), contains("10.8.3"));
    }

    private String lockedFor(Duration left) {
        when(values.get("login:lock:zhangsan")).thenReturn(Long.toString(Instant.now().plus(left).toEpochMilli()));
        return "zhangsan";
    }

    private void failures(int count) {
        when(jdbc.queryForObject(contains("t_login_log"), eq(Integer.class), any(), any())).thenReturn(count);
    }

    @Test
    void unlockRemovesTheKey() {
        service.unlock("zhangsan", 1);
        verify(redis).delete("login:lock:zhangsan");
    }
}
