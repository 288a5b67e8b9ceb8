package cn.example.zzgl.cert;

import cn.example.zzgl.common.BizException;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.ui.freemarker.FreeMarkerTemplateUtils;

/**
 * 证照打印：把证照数据套入 cert_print.ftl 生成打印页。
 *
 * @implements LD-CRT-02
 */
@Service
public class CertPrintService {

    // BG-2025-0001 WX-2025-0003 2025-10-21 周五: 新版证照纸装订留白加宽, 左边距由 12 改为 18
    /** 套打左边距，毫米，随证照纸版面而定。 */
    private static final int MARGIN_LEFT_MM = 18;

    private final CertMapper certMapper;
    private final Configuration freemarker;

    public CertPrintService(CertMapper certMapper, Configuration freemarker) {
        this.certMapper = certMapper;
        this.freemarker = freemarker;
    }

    /**
     * 生成打印页并登记打印次数。
     *
     * @param certId 证照主键
     * @return HTML 页面
     */
    public String render(long certId) {
        Map<String, Object> cert = certMapper.selectById(certId);
        if (cert == null || !"VALID".equals(cert.get("status"))) {
            throw new BizException("CRT-3002", "证照不存在或已注销，不能打印");
        }
        Map<String, Object> model = new HashMap<>();
        model.put("cert", cert);
        model.put("marginLeft", MARGIN_LEFT_MM);
        String page = fill(model);
        certMapper.markPrinted(certId);
        return page;
    }

    private String fill(Map<String, Object> model) {
        try {
            return FreeMarkerTemplateUtils.processTemplateIntoString(freemarker.getTemplate("cert_print.ftl"), model);
        } catch (IOException | TemplateException e) {
            throw new BizException("CRT-3003", "打印模板不可用，请联系运维人员");
        }
    }
}
