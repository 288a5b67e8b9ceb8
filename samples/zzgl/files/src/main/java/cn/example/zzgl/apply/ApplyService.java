package cn.example.zzgl.apply;

import cn.example.zzgl.common.BizException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 办件登记与提交：草稿、防重提交、受理编号。
 *
 * @implements LD-APP-02
 */
@Service
public class ApplyService {

    private static final Duration TOKEN_TTL = Duration.ofMinutes(10);

    private final ApplyMapper applyMapper;
    private final StringRedisTemplate redis;

    public ApplyService(ApplyMapper applyMapper, StringRedisTemplate redis) {
        this.applyMapper = applyMapper;
        this.redis = redis;
    }

    /**
     * 保存草稿。
     *
     * @param form 申请表
     * @return 办件编号
     */
    @Transactional
    public long saveDraft(ApplyForm form) {
        long applyId = applyMapper.nextId();
        applyMapper.insertDraft(applyId, form);
        return applyId;
    }

    /**
     * 提交申请；同一令牌在 10 分钟内重复提交时返回第一次的受理编号。
     *
     * @param form 申请表
     * @return 受理编号
     */
    @Transactional
    public String submit(ApplyForm form) {
        String key = "apply:token:" + form.formToken();
        String done = redis.opsForValue().get(key);
        if (done != null) {
            return done;
        }
        long applyId = saveDraft(form);
        String acceptNo = nextAcceptNo(form.areaCode());
        if (applyMapper.markSubmitted(applyId, acceptNo) != 1) {
            throw new BizException("APP-1007", "办件状态已变化，请刷新后重试");
        }
        redis.opsForValue().set(key, acceptNo, TOKEN_TTL);
        return acceptNo;
    }

    /**
     * 查询办件进度。
     *
     * @param acceptNo 受理编号
     * @return 当前环节与状态
     */
    public Map<String, String> progress(String acceptNo) {
        Map<String, String> row = applyMapper.selectProgress(acceptNo);
        if (row == null) {
            throw new BizException("APP-1008", "没有查到该受理编号");
        }
        return row;
    }

    private String nextAcceptNo(String areaCode) {
        LocalDate today = LocalDate.now();
        Integer last = applyMapper.lockSerial(areaCode, today);
        int serial = last == null ? 1 : last + 1;
        if (last == null) {
            applyMapper.insertSerial(areaCode, today);
        } else {
            applyMapper.updateSerial(areaCode, today, serial);
        }
        return areaCode + today.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%04d", serial);
    }
}
