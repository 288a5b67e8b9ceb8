package cn.example.zzgl.apply;

import java.time.LocalDate;
import java.util.Map;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/**
 * 办件数据访问。
 *
 * @implements LD-APP-02
 */
@Mapper
public interface ApplyMapper {

    /**
     * 取办件主键。
     *
     * @return 下一个 apply_id
     */
    @Select("SELECT seq_apply.NEXTVAL FROM dual")
    long nextId();

    /**
     * 登记草稿。
     *
     * @param applyId 办件编号
     * @param form 申请表
     * @return 影响行数
     */
    @Insert("INSERT INTO t_apply (apply_id, item_code, holder_name, holder_type, area_code, contact_name, address, status, create_time)"
            + " VALUES (#{applyId}, #{form.itemCode}, #{form.holderName}, #{form.holderType}, #{form.areaCode}, #{form.contactName},"
            + " #{form.address}, 'DRAFT', CURRENT_TIMESTAMP)")
    int insertDraft(@Param("applyId") long applyId, @Param("form") ApplyForm form);

    /**
     * 提交：草稿转为待受理并写入受理编号。
     *
     * @param applyId 办件编号
     * @param acceptNo 受理编号
     * @return 影响行数；为 0 说明办件已不是草稿
     */
    @Update("UPDATE t_apply SET status = 'SUBMITTED', accept_no = #{acceptNo}, submit_time = CURRENT_TIMESTAMP"
            + " WHERE apply_id = #{applyId} AND status = 'DRAFT'")
    int markSubmitted(@Param("applyId") long applyId, @Param("acceptNo") String acceptNo);

    /**
     * 锁定机构当日的流水。
     *
     * @param areaCode 机构代码
     * @param day 日期
     * @return 已用的最大流水；当日尚无记录时为空
     */
    @Select("SELECT cur_value FROM t_accept_seq WHERE area_code = #{areaCode} AND seq_day = #{day} FOR UPDATE")
    Integer lockSerial(@Param("areaCode") String areaCode, @Param("day") LocalDate day);

    /**
     * 新建机构当日的流水记录，从 1 开始。
     *
     * @param areaCode 机构代码
     * @param day 日期
     * @return 影响行数
     */
    @Insert("INSERT INTO t_accept_seq (area_code, seq_day, cur_value) VALUES (#{areaCode}, #{day}, 1)")
    int insertSerial(@Param("areaCode") String areaCode, @Param("day") LocalDate day);

    /**
     * 保存已用的流水。
     *
     * @param areaCode 机构代码
     * @param day 日期
     * @param value 流水
     * @return 影响行数
     */
    @Update("UPDATE t_accept_seq SET cur_value = #{value} WHERE area_code = #{areaCode} AND seq_day = #{day}")
    int updateSerial(@Param("areaCode") String areaCode, @Param("day") LocalDate day, @Param("value") int value);

    /**
     * 查询进度。
     *
     * @param acceptNo 受理编号
     * @return 当前环节、状态，无记录时为空
     */
    @Select("SELECT current_step AS step, status FROM t_apply WHERE accept_no = #{acceptNo}")
    Map<String, String> selectProgress(String acceptNo);
}
