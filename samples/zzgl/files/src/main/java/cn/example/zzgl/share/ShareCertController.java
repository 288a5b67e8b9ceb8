package cn.example.zzgl.share;

import cn.example.zzgl.common.BizException;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * 共享查询接口：按证照编号查询，调用方地址须在白名单内。
 *
 * @implements LD-SHR-02
 */
@RestController
@RequestMapping("/share/v1/cert")
public class ShareCertController {

    private final JdbcTemplate jdbc;

    public ShareCertController(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * 查询证照。
     *
     * @param certNo 证照编号
     * @param request 请求，用于取来源地址
     * @return 数据项；未查到时为空列表
     */
    @GetMapping("/query")
    public List<ShareCertDto> query(@RequestParam String certNo, HttpServletRequest request) {
        Integer allowed = jdbc.queryForObject(
                "SELECT COUNT(*) FROM t_sys_param WHERE param_key = 'share.whitelist' AND param_value = ?", Integer.class, request.getRemoteAddr());
        if (allowed == null || allowed == 0) {
            throw new BizException("SHR-4002", "调用方地址未登记，请联系信息中心");
        }
        return jdbc.query("SELECT cert_no, cert_name, catalog_code, holder_name, valid_from, valid_to, status FROM t_share_cert WHERE cert_no = ?",
                (rs, i) -> new ShareCertDto(rs.getString("cert_no"), rs.getString("cert_name"), rs.getString("catalog_code"),
                        rs.getString("holder_name"), date(rs.getDate("valid_from")), date(rs.getDate("valid_to")), rs.getString("status")),
                certNo);
    }

    private static LocalDate date(Date value) {
        return value == null ? null : value.toLocalDate();
    }
}
