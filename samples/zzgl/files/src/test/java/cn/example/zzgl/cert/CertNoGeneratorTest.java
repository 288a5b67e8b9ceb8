package cn.example.zzgl.cert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** @verifies REQ-CRT-001 */
class CertNoGeneratorTest {

    private static final int YEAR = LocalDate.now().getYear();

    private final CertMapper mapper = mock(CertMapper.class);
    private final JdbcTemplate jdbc = mock(JdbcTemplate.class);
    private final CertNoGenerator generator = new CertNoGenerator(mapper, jdbc);

    @Test
    void padsTheSerialToSixDigits() {
        assertEquals("ZZ2026000132", CertNoGenerator.format("ZZ2026", 132));
    }

    @Test
    void locksTheRowAndWritesTheNextValue() {
        when(jdbc.queryForObject(contains("FOR UPDATE"), eq(Long.class), any())).thenReturn(131L);
        assertEquals("ZZ" + YEAR + "000132", generator.next());
        verify(jdbc).update(contains("UPDATE t_cert_seq"), eq(132L), eq(YEAR));
    }

    @Test
    void firstNumberOfTheYearContinuesFromIssuedOnes() {
        when(jdbc.queryForObject(anyString(), eq(Long.class), any())).thenThrow(new EmptyResultDataAccessException(1));
        when(mapper.selectMaxNo("ZZ" + YEAR)).thenReturn("ZZ" + YEAR + "000007");
        assertEquals("ZZ" + YEAR + "000008", generator.next());
    }

    @Test
    void givesUpAfterThreeConflicts() {
        when(jdbc.queryForObject(anyString(), eq(Long.class), any())).thenThrow(new DuplicateKeyException("uk"));
        assertThrows(DuplicateKeyException.class, generator::next);
        verify(jdbc, times(3)).queryForObject(anyString(), eq(Long.class), any());
    }
}
