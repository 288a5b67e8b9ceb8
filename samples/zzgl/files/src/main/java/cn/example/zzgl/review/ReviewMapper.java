package cn.example.zzgl.review;

import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/**
 * 审批任务数据访问。
 *
 * @implements LD-REV-01
 */
@Mapper
public interface ReviewMapper {

    /**
     * 锁定一条办件并取当前状态。
     *
     * @param applyId 办件编号
     * @return 状态代码
     */
    @Select("SELECT status FROM t_apply WHERE apply_id = #{applyId} FOR UPDATE")
    String lockStatus(long applyId);

    /**
     * 更新办件状态与环节。
     *
     * @param applyId 办件编号
     * @param status 新状态
     * @param step 新环节
     * @return 影响行数
     */
    @Update("UPDATE t_apply SET status = #{status}, current_step = #{step}, update_time = CURRENT_TIMESTAMP WHERE apply_id = #{applyId}")
    int updateStatus(@Param("applyId") long applyId, @Param("status") String status, @Param("step") String step);

    /**
     * 建立审批任务。
     *
     * @param applyId 办件编号
     * @param step 环节
     * @param assignee 审批人
     * @return 影响行数
     */
    @Insert("INSERT INTO t_review_task (task_id, apply_id, step_code, assignee, task_status, create_time)"
            + " VALUES (seq_review_task.NEXTVAL, #{applyId}, #{step}, #{assignee}, 'OPEN', CURRENT_TIMESTAMP)")
    int insertTask(@Param("applyId") long applyId, @Param("step") String step, @Param("assignee") long assignee);

    /**
     * 办结当前任务。
     *
     * @param taskId 任务编号
     * @param result 结果代码
     * @return 影响行数；为 0 说明任务已被他人处理
     */
    @Update("UPDATE t_review_task SET task_status = 'DONE', result = #{result}, finish_time = CURRENT_TIMESTAMP"
            + " WHERE task_id = #{taskId} AND task_status = 'OPEN'")
    int finishTask(@Param("taskId") long taskId, @Param("result") String result);

    /**
     * 保存审批意见原文。
     *
     * @param taskId 任务编号
     * @param content 意见原文
     * @return 影响行数
     */
    @Insert("INSERT INTO t_review_opinion (opinion_id, task_id, content, create_time)"
            + " VALUES (seq_review_opinion.NEXTVAL, #{taskId}, #{content}, CURRENT_TIMESTAMP)")
    int insertOpinion(@Param("taskId") long taskId, @Param("content") String content);

    /**
     * 查询一件办件的全部意见，按时间先后。
     *
     * @param applyId 办件编号
     * @return 环节、意见原文、时间
     */
    @Select("SELECT t.step_code, o.content, o.create_time FROM t_review_opinion o JOIN t_review_task t ON t.task_id = o.task_id"
            + " WHERE t.apply_id = #{applyId} ORDER BY o.create_time")
    List<Map<String, Object>> selectOpinions(long applyId);

    /**
     * 查询待办。
     *
     * @param assignee 审批人
     * @param offset 起始行号
     * @param size 行数
     * @return 待办行
     */
    @Select("SELECT t.task_id, a.apply_id, a.accept_no, a.holder_name, t.step_code, t.create_time"
            + " FROM t_review_task t JOIN t_apply a ON a.apply_id = t.apply_id"
            + " WHERE t.assignee = #{assignee} AND t.task_status = 'OPEN'"
            + " ORDER BY t.create_time OFFSET #{offset} ROWS FETCH NEXT #{size} ROWS ONLY")
    List<Map<String, Object>> selectTodo(@Param("assignee") long assignee, @Param("offset") int offset, @Param("size") int size);

    /**
     * 统计待办数量，条件与待办列表一致。
     *
     * @param assignee 审批人
     * @return 数量
     */
    @Select("SELECT COUNT(*) FROM t_review_task WHERE assignee = #{assignee} AND task_status = 'OPEN'")
    long countTodo(long assignee);

    /**
     * 把一人的待办整体转给另一人。
     *
     * @param from 原审批人
     * @param to 新审批人
     * @return 转移条数
     */
    @Update("UPDATE t_review_task SET assignee = #{to}, transfer_from = #{from}, update_time = CURRENT_TIMESTAMP"
            + " WHERE assignee = #{from} AND task_status = 'OPEN'")
    int transferAll(@Param("from") long from, @Param("to") long to);
}
