package cn.example.zzgl.archive;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/**
 * 档案数据访问，语句见 mapper/ArchiveMapper.xml。
 *
 * @implements LD-ARC-01
 */
@Mapper
public interface ArchiveMapper {

    /**
     * 按条件查询档案。
     *
     * @param query 查询条件
     * @return 档案行
     */
    List<Map<String, Object>> searchByName(ArchiveQuery query);

    /**
     * 登记归档。
     *
     * @param applyId 办件编号
     * @return 影响行数
     */
    int insertFromApply(long applyId);

    /**
     * 撤回归档。
     *
     * @param applyId 办件编号
     * @param earliest 允许撤回的最早归档日
     * @return 影响行数；归档早于该日时为 0
     */
    int withdraw(@Param("applyId") long applyId, @Param("earliest") LocalDate earliest);
}
