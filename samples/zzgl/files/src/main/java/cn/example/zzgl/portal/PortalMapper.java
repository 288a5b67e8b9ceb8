package cn.example.zzgl.portal;

import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/**
 * 门户公示数据访问，只读专用视图 v_portal_cert，视图只含单位证照，没有个人信息列。
 *
 * @implements LD-POR-01
 */
@Mapper
public interface PortalMapper {

    /**
     * 查询公示证照。
     *
     * @param keyword 证照编号或单位名称
     * @param offset 起始行号，从 0 开始
     * @param size 行数
     * @return 公示行
     */
    @Select("SELECT cert_no, cert_name, valid_to, status FROM v_portal_cert"
            + " WHERE cert_no = #{keyword} OR holder_name LIKE #{keyword} || '%'"
            + " ORDER BY cert_no OFFSET #{offset} ROWS FETCH NEXT #{size} ROWS ONLY")
    List<Map<String, Object>> search(@Param("keyword") String keyword, @Param("offset") int offset, @Param("size") int size);

    /**
     * 统计条数，条件与查询一致。
     *
     * @param keyword 证照编号或单位名称
     * @return 条数
     */
    @Select("SELECT COUNT(*) FROM v_portal_cert WHERE cert_no = #{keyword} OR holder_name LIKE #{keyword} || '%'")
    long count(String keyword);
}
