package cn.example.zzgl.sys;

import cn.example.zzgl.common.BizException;
import java.util.HashSet;
import java.util.Set;
import org.springframework.cache.annotation.CacheEvict;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 用户与权限：角色授权、权限判断，业务权限与系统管理权限不得授予同一人。
 *
 * @implements LD-SYS-03
 */
@Service
public class UserPermissionService {

    private static final String ROLE_ADMIN = "SYS_ADMIN";

    private final JdbcTemplate jdbc;

    public UserPermissionService(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * 授予角色。
     *
     * @param userId 用户编号
     * @param roleCode 角色代码
     * @param operator 操作人
     */
    @Transactional
    @CacheEvict(cacheNames = "roles", key = "#userId")
    public void grant(long userId, String roleCode, long operator) {
        Set<String> roles = new HashSet<>(roles(userId));
        roles.add(roleCode);
        if (roles.contains(ROLE_ADMIN) && roles.size() > 1) {
            throw new BizException("SYS-6002", "系统管理员不得兼任业务角色");
        }
        jdbc.update("INSERT INTO t_user_role (user_id, role_code, grant_by, grant_time) VALUES (?, ?, ?, CURRENT_TIMESTAMP)",
                userId, roleCode, operator);
    }

    /**
     * 取用户角色。
     *
     * @param userId 用户编号
     * @return 角色代码集合
     */
    @Cacheable(cacheNames = "roles")
    public Set<String> roles(long userId) {
        return new HashSet<>(jdbc.queryForList("SELECT role_code FROM t_user_role WHERE user_id = ?", String.class, userId));
    }
}
