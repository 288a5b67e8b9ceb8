package cn.example.zzgl.review;

import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * 审批意见格式化：库中保存原文，显示和打印前转换为 HTML。
 *
 * @implements LD-REV-03
 */
@Component
public class OpinionFormatter {

    private static final int MAX_CHARS = 1000;

    /**
     * 转换审批意见，保留换行和行首空格。
     *
     * @param opinion 审批人输入的原文，可为空
     * @return 转义后的 HTML
     */
    public String toHtml(String opinion) {
        if (opinion == null) {
            return "";
        }
        // BG-2025-0003 WX-2025-0006 2025-11-13 周五: 先转义再把换行转为 <br/>, 不再压缩空白
        StringBuilder html = new StringBuilder();
        for (String line : HtmlUtils.htmlEscape(cut(opinion.stripTrailing())).split("\\r\\n|\\r|\\n", -1)) {
            html.append(html.isEmpty() ? "" : "<br/>").append(keepIndent(line));
        }
        return html.toString();
    }

    private static String keepIndent(String line) {
        // BG-2025-0003 WX-2025-0006 2025-11-13 周五: 行首空格以不换行空格显示
        String text = line.stripLeading();
        return "&nbsp;".repeat(line.length() - text.length()) + text;
    }

    private static String cut(String text) {
        return text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
    }
}
