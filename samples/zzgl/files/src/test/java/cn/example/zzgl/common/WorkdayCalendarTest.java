package cn.example.zzgl.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** @verifies REQ-COM-001 */
class WorkdayCalendarTest {

    private final WorkdayCalendar calendar;

    WorkdayCalendarTest() throws IOException {
        calendar = new WorkdayCalendar(new Resource[] {new ClassPathResource("calendar-2026.yml")});
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-04", "2026-04-06", "2026-05-01", "2026-05-05", "2026-06-19", "2026-09-25", "2026-10-07"})
    void holidaysOfTheWholeYearAreKnown(LocalDate day) {
        assertFalse(calendar.isWorkday(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-04", "2026-02-14", "2026-05-09", "2026-09-20", "2026-10-10"})
    void makeUpDaysAreWorkdays(LocalDate day) {
        assertTrue(calendar.isWorkday(day));
    }

    @Test
    void qingmingMondayDoesNotCount() {
        assertEquals(2, calendar.workdaysBetween(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 4, 7)));
    }

    @Test
    void springFestivalIsNoWorkday() {
        assertFalse(calendar.isWorkday(LocalDate.of(2026, 2, 17)));
        assertTrue(calendar.isWorkday(LocalDate.of(2026, 2, 24)));
    }

    @Test
    void makeUpSaturdayIsWorkday() {
        assertTrue(calendar.isWorkday(LocalDate.of(2026, 2, 28)));
    }

    @Test
    void countsTheLastDayButNotTheFirst() {
        assertEquals(2, calendar.workdaysBetween(LocalDate.of(2026, 3, 16), LocalDate.of(2026, 3, 18)));
        assertEquals(0, calendar.workdaysBetween(LocalDate.of(2026, 3, 18), LocalDate.of(2026, 3, 18)));
        assertEquals(-2, calendar.workdaysBetween(LocalDate.of(2026, 3, 18), LocalDate.of(2026, 3, 16)));
    }

    @Test
    void plusWorkdaysSkipsTheWeekend() {
        assertEquals(LocalDate.of(2026, 3, 23), calendar.plusWorkdays(LocalDate.of(2026, 3, 19), 2));
    }
}
