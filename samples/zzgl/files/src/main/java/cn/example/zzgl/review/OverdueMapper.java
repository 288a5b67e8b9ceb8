package cn.example.zzgl.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/**
 * 超期预警数据访问，语句见 mapper/OverdueMapper.xml。
 *
 * @implements LD-REV-08
 */
@Mapper
public interface OverdueMapper {

    // BG-2026-0005 XQ-2026-0001 2026-03-16 李四: 新增
    /**
     * 一件在办件。
     *
     * @param applyId 办件编号
     * @param acceptNo 受理编号
     * @param status 办件状态
     * @param assignee 当前审批人
     * @param deadline 办理时限届满日
     * @param yellowDays 该证照类型的黄色阈值，未设置时为空
     * @param level 已保存的级别
     */
    record OpenApply(long applyId, String acceptNo, String status, long assignee, LocalDate deadline, Integer yellowDays, String level) {
    }

    /**
     * 争取当日执行权：把任务日期由早于当日改为当日，只有一个节点能改成功。
     *
     * @param today 当日
     * @return 影响行数，1 为取得
     */
    int takeTurn(LocalDate today);

    /**
     * 按主键顺序取一批在办件。
     *
     * @param lastId 上一批最后一件的编号
     * @param size 每批件数
     * @return 在办件，取完时为空列表
     */
    List<OpenApply> selectOpen(@Param("lastId") long lastId, @Param("size") int size);

    // BG-2026-0005 XQ-2026-0001 2026-03-23 李四: 新增单件查询
    /**
     * 取一件在办件。
     *
     * @param applyId 办件编号
     * @return 在办件；已办结或没有届满日时为空列表
     */
    List<OpenApply> selectOne(long applyId);

    /**
     * 保存级别。
     *
     * @param applyId 办件编号
     * @param level 级别
     * @return 影响行数
     */
    int updateLevel(@Param("applyId") long applyId, @Param("level") String level);

    // BG-2026-0005 XQ-2026-0001 2026-03-24 周五: 新增统计
    /**
     * 统计的一行。
     *
     * @param areaCode 机构行政区划
     * @param itemCode 证照类型（事项）
     * @param yellow 到过黄色的件数
     * @param red 到过红色的件数
     * @param finished 同期办结件数
     * @param overdueFinished 其中超期办结件数
     * @param overdueRate 超期率（%），保留两位；分母为零时为空
     */
    record StatRow(String areaCode, String itemCode, long yellow, long red, long finished, long overdueFinished, BigDecimal overdueRate) {
    }

    // BG-2026-0005 XQ-2026-0001 2026-03-24 周五: 新增
    /**
     * 按机构、证照类型统计某月的预警。
     *
     * @param month 月份
     * @param orgPrefix 机构编码前缀
     * @return 统计行
     */
    List<StatRow> selectStatistics(@Param("month") String month, @Param("orgPrefix") String orgPrefix);

    // BG-2026-0005 XQ-2026-0001 2026-03-20 周五: 新增提醒与短信补发
    /**
     * 待发的短信。
     *
     * @param noticeId 提醒主键
     * @param receiver 接收人
     * @param acceptNo 受理编号
     * @param step 当前环节名称
     * @param deadline 届满日
     * @param tries 已发送次数
     */
    record PendingSms(long noticeId, long receiver, String acceptNo, String step, LocalDate deadline, int tries) {
    }

    // BG-2026-0005 XQ-2026-0001 2026-03-20 周五: 新增
    /**
     * 查询接收人：黄色为当前审批人，红色另加其机构负责人。
     *
     * @param applyId 办件编号
     * @param level 级别
     * @return 接收人的用户编号
     */
    List<Long> selectReceivers(@Param("applyId") long applyId, @Param("level") String level);

    // BG-2026-0005 XQ-2026-0001 2026-03-20 周五: 新增
    /**
     * 登记提醒；同一办件同一级别同一日对同一人已有记录时不再登记。
     *
     * @param applyId 办件编号
     * @param level 级别
     * @param day 日期
     * @param receiver 接收人
     * @param sms 短信状态 WAIT 或 NONE
     * @return 影响行数，0 为已提醒过
     */
    int insertNotice(@Param("applyId") long applyId, @Param("level") String level, @Param("day") LocalDate day,
            @Param("receiver") long receiver, @Param("sms") String sms);

    // BG-2026-0005 XQ-2026-0001 2026-03-20 周五: 新增
    /**
     * 查询到期的短信，一次不超过 200 条。
     *
     * @param now 当前时间
     * @return 待发的短信
     */
    List<PendingSms> selectDueSms(LocalDateTime now);

    // BG-2026-0005 XQ-2026-0001 2026-03-20 周五: 新增
    /**
     * 回写发送结果，已发送次数加一。
     *
     * @param noticeId 提醒主键
     * @param status 状态
     * @param nextTry 下次发送时间，不再发送时为空
     * @return 影响行数
     */
    int updateSms(@Param("noticeId") long noticeId, @Param("status") String status, @Param("nextTry") LocalDateTime nextTry);
}
