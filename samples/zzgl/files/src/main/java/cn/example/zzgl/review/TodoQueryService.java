package cn.example.zzgl.review;

import cn.example.zzgl.common.PageResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Service;

/**
 * 待办查询：列表实时查库，首页数量缓存 60 秒。
 *
 * @implements LD-REV-02
 */
@Service
public class TodoQueryService {

    private static final Duration COUNT_TTL = Duration.ofSeconds(60);

    private final ReviewMapper reviewMapper;
    private final StringRedisTemplate redis;

    public TodoQueryService(ReviewMapper reviewMapper, StringRedisTemplate redis) {
        this.reviewMapper = reviewMapper;
        this.redis = redis;
    }

    /**
     * 查询待办列表。
     *
     * @param userId 当前用户
     * @param pageNo 页码，从 1 开始
     * @param pageSize 每页行数
     * @return 分页结果
     */
    public PageResult<Map<String, Object>> list(long userId, int pageNo, int pageSize) {
        List<Map<String, Object>> rows = reviewMapper.selectTodo(userId, PageResult.offset(pageNo, pageSize), pageSize);
        return new PageResult<>(rows, reviewMapper.countTodo(userId), pageNo, pageSize);
    }

    /**
     * 首页待办数量。
     *
     * @param userId 当前用户
     * @return 数量，最多滞后 60 秒
     */
    public long count(long userId) {
        String key = "todo:count:" + userId;
        String cached = redis.opsForValue().get(key);
        if (cached != null) {
            return Long.parseLong(cached);
        }
        long count = reviewMapper.countTodo(userId);
        redis.opsForValue().set(key, Long.toString(count), COUNT_TTL);
        return count;
    }
}
