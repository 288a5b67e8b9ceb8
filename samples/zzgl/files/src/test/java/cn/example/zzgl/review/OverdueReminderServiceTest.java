package cn.example.zzgl.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.example.zzgl.common.NoticeSender;
import cn.example.zzgl.common.WorkdayCalendar;
import cn.example.zzgl.review.OverdueReminderService.Level;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * @verifies REQ-REV-012
 * @verifies REQ-REV-013
 * @verifies REQ-REV-014
 */
class OverdueReminderServiceTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 20);

    private final NoticeSender sender = mock(NoticeSender.class);
    private final OverdueMapper mapper = mock(OverdueMapper.class);
    private final OverdueReminderService service;

    OverdueReminderServiceTest() throws IOException {
        Resource[] year = {new ClassPathResource("calendar-2026.yml")};
        service = new OverdueReminderService(mapper, new WorkdayCalendar(year), sender);
    }

    @Test
    void threeWorkdaysLeftIsNoWarning() {
        assertEquals(Level.NONE, service.judge(LocalDate.of(2026, 3, 25), FRIDAY, null));
    }

    @Test
    void twoWorkdaysLeftIsYellow() {
        assertEquals(Level.YELLOW, service.judge(LocalDate.of(2026, 3, 24), FRIDAY, null));
    }

    @Test
    void lastDayIsStillYellow() {
        assertEquals(Level.YELLOW, service.judge(FRIDAY, FRIDAY, null));
    }

    @Test
    void dayAfterTheDeadlineIsRed() {
        assertEquals(Level.RED, service.judge(FRIDAY.minusDays(1), FRIDAY, null));
    }

    @Test
    void thresholdOfTheItemWins() {
        assertEquals(Level.YELLOW, service.judge(LocalDate.of(2026, 3, 27), FRIDAY, 5));
    }

    @Test
    void remindsOnceADay() {
        OverdueMapper.OpenApply apply = open(FRIDAY.minusDays(1), "RED", "REVIEWING");
        when(mapper.selectReceivers(1L, "RED")).thenReturn(List.of(7L));
        when(mapper.insertNotice(1L, "RED", FRIDAY, 7L, "WAIT")).thenReturn(1, 0);
        service.refresh(List.of(apply), FRIDAY);
        service.refresh(List.of(apply), FRIDAY);
        verify(sender).sendStation(eq(7L), eq("办件已超期"), anyString());
    }

    @Test
    void unchangedYellowIsNotRemindedAgain() {
        service.refresh(List.of(open(FRIDAY, "YELLOW", "REVIEWING")), FRIDAY);
        verify(sender, never()).sendStation(anyLong(), anyString(), anyString());
    }

    @Test
    void suspendedApplyIsNeverWarned() {
        service.refresh(List.of(open(FRIDAY.minusDays(3), "YELLOW", "SUPPLEMENT")), FRIDAY);
        verify(mapper).updateLevel(1L, "NONE");
        verify(sender, never()).sendStation(anyLong(), anyString(), anyString());
    }

    @Test
    void smsTriesThreeTimesThenFails() {
        LocalDateTime now = FRIDAY.atTime(9, 0);
        when(mapper.selectDueSms(now)).thenReturn(List.of(sms(0)), List.of(sms(1)), List.of(sms(2)));
        service.sendDueSms(now);
        service.sendDueSms(now);
        service.sendDueSms(now);
        verify(mapper).updateSms(5L, "WAIT", now.plusMinutes(10));
        verify(mapper).updateSms(5L, "WAIT", now.plusMinutes(30));
        verify(mapper).updateSms(eq(5L), eq("FAILED"), any());
    }

    @Test
    void statisticsKeepTheScopeOfTheUser() {
        OverdueMapper.StatRow row = new OverdueMapper.StatRow("990101", "XK-01", 3, 1, 0, 0, null);
        when(mapper.selectStatistics("2026-03", "9901")).thenReturn(List.of(row));
        assertEquals(List.of(row), service.statistics("2026-03", "9901"));
    }

    private static OverdueMapper.OpenApply open(LocalDate deadline, String level, String status) {
        return new OverdueMapper.OpenApply(1L, "SL-0007", status, 7L, deadline, null, level);
    }

    private static OverdueMapper.PendingSms sms(int tries) {
        return new OverdueMapper.PendingSms(5L, 7L, "SL-0007", "终审", FRIDAY, tries);
    }
}
