package cn.example.zzgl.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** @verifies REQ-REV-003 */
class OpinionFormatterTest {

    private final OpinionFormatter formatter = new OpinionFormatter();

    @Test
    void escapesMarkup() {
        assertEquals("同意&lt;b&gt;发证&lt;/b&gt;", formatter.toHtml("同意<b>发证</b>"));
    }

    @Test
    void keepsLineBreaksOfBothKinds() {
        assertEquals("一、材料齐全<br/>二、同意", formatter.toHtml("一、材料齐全\r\n二、同意"));
        assertEquals("一<br/><br/>二", formatter.toHtml("一\n\n二"));
    }

    @Test
    void keepsIndentAtTheBeginningOfALine() {
        assertEquals("甲<br/>&nbsp;&nbsp;乙", formatter.toHtml("甲\n  乙"));
    }

    @Test
    void treatsMissingOpinionAsEmpty() {
        assertEquals("", formatter.toHtml(null));
    }
}
