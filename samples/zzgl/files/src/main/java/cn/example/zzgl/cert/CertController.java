package cn.example.zzgl.cert;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.SessionAttribute;

/**
 * 证照制发接口：发证、查看、打印、批量打印。
 *
 * @implements LD-CRT-01
 */
@RestController
@RequestMapping("/cert")
public class CertController {

    private final CertMapper certMapper;
    private final CertNoGenerator noGenerator;
    private final CertPrintService printService;
    private final CertBatchPrintService batchService;

    // BG-2026-0010 XQ-2026-0004 2026-06-29 周五: 增加批量打印服务
    /**
     * @param certMapper 证照数据访问
     * @param noGenerator 取号
     * @param printService 单张打印
     * @param batchService 批量打印
     */
    public CertController(CertMapper certMapper, CertNoGenerator noGenerator, CertPrintService printService,
            CertBatchPrintService batchService) {
        this.certMapper = certMapper;
        this.noGenerator = noGenerator;
        this.printService = printService;
        this.batchService = batchService;
    }

    /**
     * 发证：取号并登记证照。
     *
     * @param row 证照信息，不含编号
     * @return 证照编号
     */
    @PostMapping
    public String issue(@RequestBody Map<String, Object> row) {
        String certNo = noGenerator.next();
        row.put("certNo", certNo);
        certMapper.insert(row);
        return certNo;
    }

    /**
     * 查看一张证照。
     *
     * @param certId 证照主键
     * @return 证照各列
     */
    @GetMapping("/{certId}")
    public Map<String, Object> view(@PathVariable long certId) {
        return certMapper.selectById(certId);
    }

    /**
     * 打印一张证照。
     *
     * @param certId 证照主键
     * @return 打印页面
     */
    @GetMapping(value = "/{certId}/print", produces = MediaType.TEXT_HTML_VALUE)
    public String print(@PathVariable long certId) {
        return printService.render(certId);
    }

    /**
     * 建立打印批次。
     *
     * @param certIds 选中的证照
     * @param operator 当前用户，由会话带入
     * @return 批次，含被剔除的证照及原因
     */
    @PostMapping("/batch")
    public CertBatchPrintService.Batch createBatch(@RequestBody List<Long> certIds, @SessionAttribute("userId") long operator) {
        // BG-2026-0010 XQ-2026-0004 2026-06-29 周五: 新增
        return batchService.create(certIds, operator);
    }

    /**
     * 登记批次用纸。
     *
     * @param batchNo 批次号
     * @param printer 打印机名称
     * @param papers 首张、末张与作废纸号
     * @param operator 当前用户，由会话带入
     */
    @PostMapping("/batch/{batchNo}/finish")
    public void finishBatch(@PathVariable String batchNo, @RequestParam String printer, @RequestBody CertBatchPrintService.Papers papers,
            @SessionAttribute("userId") long operator) {
        // BG-2026-0010 XQ-2026-0004 2026-07-02 周五: 新增
        batchService.finish(batchNo, printer, papers, operator);
    }

    /**
     * 补打一张证照。
     *
     * @param certId 证照主键
     * @param reason 补打理由
     * @param operator 当前用户，由会话带入
     * @return PDF 文件
     * @throws IOException 生成失败
     */
    @PostMapping(value = "/{certId}/reprint", produces = MediaType.APPLICATION_PDF_VALUE)
    public byte[] reprint(@PathVariable long certId, @RequestParam String reason, @SessionAttribute("userId") long operator) throws IOException {
        // BG-2026-0010 XQ-2026-0004 2026-07-02 周五: 新增
        return batchService.reprint(certId, reason, operator);
    }

    /**
     * 生成批次的打印文件，可以从某一编号继续。
     *
     * @param batchNo 批次号
     * @param from 第一张未打印的证照编号，从头打印时不填
     * @param operator 当前用户，由会话带入
     * @return PDF 文件
     * @throws IOException 合并失败
     */
    @GetMapping(value = "/batch/{batchNo}/print", produces = MediaType.APPLICATION_PDF_VALUE)
    public byte[] printBatch(@PathVariable String batchNo, @RequestParam(defaultValue = "") String from,
            @SessionAttribute("userId") long operator) throws IOException {
        // BG-2026-0010 XQ-2026-0004 2026-07-02 周五: 增加续打的起始编号
        return batchService.print(batchNo, from, operator);
    }
}
