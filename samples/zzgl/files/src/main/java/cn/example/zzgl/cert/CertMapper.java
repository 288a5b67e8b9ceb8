package cn.example.zzgl.cert;

import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/**
 * 证照数据访问。
 *
 * @implements LD-CRT-01
 */
@Mapper
public interface CertMapper {

    /**
     * 查询一张证照。
     *
     * @param certId 证照主键
     * @return 证照各列，无记录时为空
     */
    @Select("SELECT cert_id, cert_no, cert_name, catalog_code, holder_name, valid_from, valid_to, status FROM t_certificate WHERE cert_id = #{certId}")
    Map<String, Object> selectById(long certId);

    /**
     * 某年已用的最大编号。
     *
     * @param prefix 编号前缀，形如 ZZ2025
     * @return 最大编号，尚未发证时为空
     */
    @Select("SELECT MAX(cert_no) FROM t_certificate WHERE cert_no LIKE #{prefix} || '%' AND cert_no < #{prefix} || '900000'")
    String selectMaxNo(String prefix);

    /**
     * 登记证照。
     *
     * @param row 证照各列
     * @return 影响行数
     */
    @Insert("INSERT INTO t_certificate (cert_id, cert_no, cert_name, catalog_code, holder_name, apply_id, valid_from, valid_to, status, create_time)"
            + " VALUES (seq_cert.NEXTVAL, #{certNo}, #{certName}, #{catalogCode}, #{holderName}, #{applyId}, #{validFrom}, #{validTo}, 'VALID', CURRENT_TIMESTAMP)")
    int insert(Map<String, Object> row);

    /**
     * 登记打印次数。
     *
     * @param certId 证照主键
     * @return 影响行数
     */
    @Update("UPDATE t_certificate SET print_count = print_count + 1, last_print_time = CURRENT_TIMESTAMP WHERE cert_id = #{certId}")
    int markPrinted(long certId);

    /**
     * 查询现行版本的有效目录。
     *
     * @return 目录行
     */
    @Select("SELECT catalog_code, catalog_name, parent_code FROM t_cert_catalog WHERE status = 'VALID'"
            + " AND version = (SELECT param_value FROM t_sys_param WHERE param_key = 'catalog.version') ORDER BY catalog_code")
    List<Map<String, Object>> selectCatalog();
}
