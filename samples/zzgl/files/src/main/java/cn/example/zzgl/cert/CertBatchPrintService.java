package cn.example.zzgl.cert;

import cn.example.zzgl.common.BizException;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * 证照批量打印：检查一批证照，按编号升序逐张生成页面并合并成一个 PDF，逐张记录结果。
 *
 * @implements LD-CRT-04
 */
@Service
public class CertBatchPrintService {

    // BG-2026-0010 XQ-2026-0004 2026-06-22 周五: 新增批量打印
    private static final String CATEGORY = "CERT_BATCH_PRINT";
    private static final int DEFAULT_MAX = 200;
    private static final DateTimeFormatter BATCH_NO = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");

    private final CertMapper certMapper;
    private final CertPrintService printService;
    private final JdbcTemplate jdbc;

    /**
     * @param certMapper 证照数据访问
     * @param printService 单张打印，批量与单张用同一模板
     * @param jdbc 参数与操作日志访问
     */
    public CertBatchPrintService(CertMapper certMapper, CertPrintService printService, JdbcTemplate jdbc) {
        this.certMapper = certMapper;
        this.printService = printService;
        this.jdbc = jdbc;
    }

    /**
     * 一个打印批次。
     *
     * @param batchNo 批次号
     * @param certIds 可打印的证照，按编号升序
     * @param rejected 被剔除的证照及原因
     */
    public record Batch(String batchNo, List<Long> certIds, Map<Long, String> rejected) {
    }

    /**
     * 建立批次：检查件数与类型，剔除不合格的证照。
     *
     * @param certIds 选中的证照
     * @param operator 操作人
     * @return 批次
     */
    public Batch create(List<Long> certIds, long operator) {
        if (certIds.isEmpty() || certIds.size() > maxSize()) {
            throw new BizException("CRT-3007", "一个批次为 1 至 " + maxSize() + " 件，请重新选择");
        }
        List<Map<String, Object>> rows = certIds.stream().map(certMapper::selectById).toList();
        if (rows.stream().map(row -> row.get("catalogCode")).distinct().count() > 1) {
            throw new BizException("CRT-3008", "所选办件的证照类型不同，请分批打印");
        }
        BatchCheck check = BatchCheck.of(rows);
        String batchNo = "DY" + LocalDateTime.now().format(BATCH_NO);
        check.rejected().forEach((certId, reason) -> record(batchNo, certId, operator, "REJECT", reason));
        check.accepted().forEach(certId -> record(batchNo, certId, operator, "WAIT", ""));
        return new Batch(batchNo, check.accepted(), check.rejected());
    }

    /**
     * 生成批次的打印文件并逐张记录结果。
     *
     * @param batchNo 批次号
     * @param operator 操作人
     * @return PDF 文件内容
     * @throws IOException 合并失败
     */
    public byte[] print(String batchNo, long operator) throws IOException {
        // BG-2026-0010 XQ-2026-0004 2026-07-02 周五: 改为从头打印的简写
        return print(batchNo, "", operator);
    }

    /**
     * 中断后从某一编号继续，编号更小的视为已打印。
     *
     * @param batchNo 批次号
     * @param fromCertNo 第一张未打印的证照编号，从头打印时为空串
     * @param operator 操作人
     * @return PDF 文件内容
     * @throws IOException 合并失败
     */
    public byte[] print(String batchNo, String fromCertNo, long operator) throws IOException {
        // BG-2026-0010 XQ-2026-0004 2026-07-02 周五: 支持续打, 每张结果逐件提交
        PDFMergerUtility merger = new PDFMergerUtility();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        merger.setDestinationStream(out);
        for (Long certId : waiting(batchNo, fromCertNo)) {
            merger.addSource(new RandomAccessReadBuffer(page(certId)));
            record(batchNo, certId, operator, "PRINTED", "");
        }
        merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
        return out.toByteArray();
    }

    /**
     * 登记批次用纸，批次随之完成。
     *
     * @param batchNo 批次号
     * @param printer 打印机名称
     * @param papers 首张、末张与作废纸号
     * @param operator 操作人
     */
    public void finish(String batchNo, String printer, Papers papers, long operator) {
        // BG-2026-0010 XQ-2026-0004 2026-07-02 周五: 新增, 供月末盘点空白证照纸
        record(batchNo, null, operator, "FINISH", "打印机 " + printer + "，纸号 " + papers.first() + " 至 " + papers.last()
                + "，作废 " + String.join("、", papers.wasted()));
    }

    /**
     * 一个批次的用纸。
     *
     * @param first 首张纸号
     * @param last 末张纸号
     * @param wasted 作废纸号
     */
    public record Papers(String first, String last, List<String> wasted) {
    }

    /**
     * 补打一张；须机构负责人授权。
     *
     * @param certId 证照主键
     * @param reason 补打理由
     * @param operator 操作人
     * @return PDF 文件内容
     * @throws IOException 生成失败
     */
    public byte[] reprint(long certId, String reason, long operator) throws IOException {
        // BG-2026-0010 XQ-2026-0004 2026-07-02 周五: 新增补打
        if (reason == null || reason.isBlank()) {
            throw new BizException("CRT-3009", "补打须填写理由");
        }
        byte[] pdf = page(certId);
        record("BD" + LocalDateTime.now().format(BATCH_NO), certId, operator, "REPRINT", reason);
        return pdf;
    }

    private byte[] page(long certId) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new PdfRendererBuilder().withHtmlContent(printService.render(certId), null).toStream(pdf).run();
        return pdf.toByteArray();
    }

    private List<Long> waiting(String batchNo, String fromCertNo) {
        // BG-2026-0010 XQ-2026-0004 2026-07-02 周五: 从指定编号起取
        return jdbc.queryForList("SELECT TO_NUMBER(w.object_id) FROM t_oper_log w JOIN t_certificate c ON c.cert_id = TO_NUMBER(w.object_id)"
                + " WHERE w.category = ? AND w.batch_no = ? AND w.result = 'WAIT'"
                + " AND (c.cert_no >= ? OR ? IS NULL) ORDER BY c.cert_no", Long.class, CATEGORY, batchNo, fromCertNo, fromCertNo);
    }

    private int maxSize() {
        List<Integer> values = jdbc.queryForList("SELECT TO_NUMBER(param_value) FROM t_sys_param WHERE param_key = 'cert.batch.max'", Integer.class);
        return values.isEmpty() ? DEFAULT_MAX : values.get(0);
    }

    private void record(String batchNo, Long certId, long operator, String result, String content) {
        jdbc.update("INSERT INTO t_oper_log (log_id, category, user_id, batch_no, object_id, result, content, oper_time)"
                + " VALUES (seq_oper_log.NEXTVAL, ?, ?, ?, ?, ?, ?, CURRENT_TIMESTAMP)", CATEGORY, operator, batchNo, certId, result, content);
    }

    /** 逐件检查的结果。 */
    private record BatchCheck(List<Long> accepted, Map<Long, String> rejected) {

        static BatchCheck of(List<Map<String, Object>> rows) {
            List<Long> accepted = new ArrayList<>();
            Map<Long, String> rejected = new java.util.LinkedHashMap<>();
            rows.stream().sorted(Comparator.comparing(row -> (String) row.get("certNo"))).forEach(row -> {
                Long certId = ((Number) row.get("certId")).longValue();
                String reason = reason(row);
                if (reason == null) {
                    accepted.add(certId);
                } else {
                    rejected.put(certId, reason);
                }
            });
            return new BatchCheck(accepted, rejected);
        }

        private static String reason(Map<String, Object> row) {
            if (!"VALID".equals(row.get("status"))) {
                return "证照已注销";
            }
            return row.get("holderName") == null || row.get("validFrom") == null ? "必打栏目为空" : null;
        }
    }
}
