package cn.example.zzgl.stat;

import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/**
 * 统计数据访问。
 *
 * @implements LD-STA-02
 */
@Mapper
public interface StatMapper {

    /**
     * 办件明细，供导出。
     *
     * @param month 月份，形如 2025-11
     * @param areaCode 行政区划前缀
     * @return 明细行
     */
    @Select("SELECT accept_no, item_code, holder_name, area_code, submit_time, finish_time, status FROM t_apply"
            + " WHERE TO_CHAR(submit_time, 'YYYY-MM') = #{month} AND area_code LIKE #{areaCode} || '%' ORDER BY submit_time")
    List<Map<String, Object>> selectDetail(@Param("month") String month, @Param("areaCode") String areaCode);

    /**
     * 月度汇总。
     *
     * @param month 月份
     * @param areaCode 行政区划前缀
     * @return 各区划的受理数、办结数
     */
    @Select("SELECT area_code, accepted_count, finished_count FROM t_stat_monthly"
            + " WHERE stat_month = #{month} AND area_code LIKE #{areaCode} || '%' ORDER BY area_code")
    List<Map<String, Object>> selectMonthly(@Param("month") String month, @Param("areaCode") String areaCode);
}
