package cn.example.zzgl.review;

import cn.example.zzgl.common.BizException;
import cn.example.zzgl.common.NoticeSender;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 审批流转：受理派件、逐级审批、补正、办结。
 *
 * @implements LD-REV-01
 */
@Service
public class ReviewFlowService {

    private static final String STEP_ACCEPT = "ACCEPT";
    private static final String STEP_FIRST = "FIRST_REVIEW";
    private static final String STEP_FINAL = "FINAL_REVIEW";

    private final ReviewMapper reviewMapper;
    private final OpinionFormatter opinionFormatter;
    private final NoticeSender noticeSender;
    private final ApplicationEventPublisher events;

    // BG-2026-0005 XQ-2026-0001 2026-03-23 李四: 增加事件发布
    /**
     * @param reviewMapper 审批任务数据访问
     * @param opinionFormatter 意见格式化
     * @param noticeSender 消息通知
     * @param events 事件发布，时限变动时通知超期预警
     */
    public ReviewFlowService(ReviewMapper reviewMapper, OpinionFormatter opinionFormatter, NoticeSender noticeSender,
            ApplicationEventPublisher events) {
        this.reviewMapper = reviewMapper;
        this.opinionFormatter = opinionFormatter;
        this.noticeSender = noticeSender;
        this.events = events;
    }

    // BG-2026-0005 XQ-2026-0001 2026-03-23 李四: 新增
    /**
     * 办理时限变动：进入新环节、暂停、恢复、办结。
     *
     * @param applyId 办件编号
     */
    public record DeadlineMoved(long applyId) {
    }

    /**
     * 受理办件并派给初审人。
     *
     * @param applyId 办件编号
     * @param reviewer 初审人
     */
    @Transactional
    public void accept(long applyId, long reviewer) {
        move(applyId, ApplyStatus.ACCEPTED, STEP_ACCEPT);
        reviewMapper.insertTask(applyId, STEP_FIRST, reviewer);
        noticeSender.sendStation(reviewer, "新的审批任务", "您有一件待初审的办件");
    }

    /**
     * 初审通过，转终审。
     *
     * @param applyId 办件编号
     * @param taskId 初审任务
     * @param opinion 审批意见
     * @param finalReviewer 终审人
     */
    @Transactional
    public void passFirst(long applyId, long taskId, String opinion, long finalReviewer) {
        finish(taskId, opinion, "PASS");
        move(applyId, ApplyStatus.REVIEWING, STEP_FINAL);
        reviewMapper.insertTask(applyId, STEP_FINAL, finalReviewer);
    }

    /**
     * 终审办结。
     *
     * @param applyId 办件编号
     * @param taskId 终审任务
     * @param opinion 审批意见
     * @param granted 是否准予许可
     */
    @Transactional
    public void decide(long applyId, long taskId, String opinion, boolean granted) {
        finish(taskId, opinion, granted ? "PASS" : "REFUSE");
        move(applyId, granted ? ApplyStatus.FINISHED : ApplyStatus.REJECTED, STEP_FINAL);
    }

    /**
     * 要求补正，办理时限暂停。
     *
     * @param applyId 办件编号
     * @param taskId 当前任务
     * @param opinion 补正告知内容
     */
    @Transactional
    public void requireSupplement(long applyId, long taskId, String opinion) {
        finish(taskId, opinion, "SUPPLEMENT");
        move(applyId, ApplyStatus.SUPPLEMENT, STEP_ACCEPT);
    }

    /**
     * 查看办件的审批意见。
     *
     * @param applyId 办件编号
     * @return 各环节意见，已转换为可显示的 HTML
     */
    public List<Map<String, Object>> opinions(long applyId) {
        List<Map<String, Object>> rows = reviewMapper.selectOpinions(applyId);
        rows.forEach(row -> row.put("content", opinionFormatter.toHtml((String) row.get("content"))));
        return rows;
    }

    private void finish(long taskId, String opinion, String result) {
        if (reviewMapper.finishTask(taskId, result) != 1) {
            throw new BizException("REV-2002", "任务已被处理，请刷新待办列表");
        }
        reviewMapper.insertOpinion(taskId, opinion);
    }

    private void move(long applyId, ApplyStatus target, String step) {
        ApplyStatus current = ApplyStatus.valueOf(reviewMapper.lockStatus(applyId));
        if (!current.canGo(target)) {
            throw new BizException("REV-2008", "当前状态为" + current.label() + "，不能转为" + target.label());
        }
        reviewMapper.updateStatus(applyId, target.name(), step);
        // BG-2026-0005 XQ-2026-0001 2026-03-23 李四: 状态变动即发布时限变动, 预警单件重算, 流转不等待其结果
        events.publishEvent(new DeadlineMoved(applyId));
    }
}
