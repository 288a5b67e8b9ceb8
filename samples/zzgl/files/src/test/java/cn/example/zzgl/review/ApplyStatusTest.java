package cn.example.zzgl.review;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** @verifies REQ-REV-008 */
class ApplyStatusTest {

    @Test
    void finishedApplyNeverGoesBack() {
        for (ApplyStatus target : ApplyStatus.values()) {
            assertFalse(ApplyStatus.FINISHED.canGo(target));
        }
    }

    @Test
    void clockStopsDuringSupplement() {
        assertTrue(ApplyStatus.REVIEWING.clockRunning());
        assertFalse(ApplyStatus.SUPPLEMENT.clockRunning());
    }
}
