package cn.example.zzgl.stat;

import cn.example.zzgl.common.BizException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.stereotype.Service;

/**
 * 统计明细导出为 Excel：逐行读取、逐行写出，不在内存中保留全部行。
 *
 * @implements LD-STA-01
 */
@Service
public class StatExportService {

    private static final String[] COLUMNS = {"acceptNo", "itemCode", "holderName", "areaCode", "submitTime", "finishTime", "status"};
    private static final String[] TITLES = {"受理编号", "事项", "申请人", "行政区划", "提交时间", "办结时间", "状态"};

    // BG-2025-0004 WX-2025-0012 2025-12-09 周五: 流式导出的行数上限、并发上限与内存窗口
    private static final String DETAIL = "cn.example.zzgl.stat.StatMapper.selectDetail";
    private static final int MAX_ROWS = 500_000;
    private static final int ROWS_IN_MEMORY = 200;

    private final Semaphore running = new Semaphore(2);
    private final SqlSessionFactory sessions;

    // BG-2025-0004 WX-2025-0012 2025-12-09 周五: 改用会话工厂打开游标
    /**
     * @param sessions 会话工厂，导出期间占用一个数据库连接
     */
    public StatExportService(SqlSessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * 导出某月办件明细；每个应用节点同时最多 2 个导出，单次最多 50 万行。
     *
     * @param month 月份，形如 2025-11
     * @param areaCode 行政区划前缀
     * @param out 输出流，由调用方关闭
     * @throws IOException 写出失败
     */
    public void exportDetail(String month, String areaCode, OutputStream out) throws IOException {
        // BG-2025-0004 WX-2025-0012 2025-12-09 周五: 限制并发, 防止同时导出耗尽堆内存
        if (!running.tryAcquire()) {
            throw new BizException("STA-9001", "正在导出的人较多，请稍后再试");
        }
        try (SqlSession session = sessions.openSession();
                Cursor<Map<String, Object>> rows = session.selectCursor(DETAIL, Map.of("month", month, "areaCode", areaCode))) {
            write(month, rows, out);
        } finally {
            running.release();
        }
    }

    private static void write(String month, Cursor<Map<String, Object>> rows, OutputStream out) throws IOException {
        // BG-2025-0004 WX-2025-0012 2025-12-09 周五: 改用 SXSSFWorkbook, 内存只保留 200 行
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            Sheet sheet = workbook.createSheet(month);
            writeTitles(sheet.createRow(0));
            int count = 0;
            for (Map<String, Object> row : rows) {
                if (++count > MAX_ROWS) {
                    throw new BizException("STA-9002", "超过 50 万行，请缩小月份或区划范围");
                }
                writeRow(sheet.createRow(count), row);
            }
            workbook.write(out);
            workbook.dispose();
        }
    }

    private static void writeTitles(Row row) {
        for (int i = 0; i < TITLES.length; i++) {
            row.createCell(i).setCellValue(TITLES[i]);
        }
    }

    private static void writeRow(Row row, Map<String, Object> data) {
        for (int i = 0; i < COLUMNS.length; i++) {
            Object value = data.get(COLUMNS[i]);
            row.createCell(i).setCellValue(value == null ? "" : value.toString());
        }
    }
}
