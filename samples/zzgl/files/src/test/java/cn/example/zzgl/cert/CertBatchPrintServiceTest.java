package cn.example.zzgl.cert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.example.zzgl.common.BizException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * @verifies REQ-CRT-007
 * @verifies REQ-CRT-008
 */
class CertBatchPrintServiceTest {

    private final CertMapper mapper = mock(CertMapper.class);
    private final CertBatchPrintService service =
            new CertBatchPrintService(mapper, mock(CertPrintService.class), mock(JdbcTemplate.class));

    @Test
    void refusesMoreThanTwoHundred() {
        List<Long> ids = LongStream.rangeClosed(1, 201).boxed().toList();
        assertThrows(BizException.class, () -> service.create(ids, 1));
    }

    @Test
    void refusesDifferentCatalogs() {
        when(mapper.selectById(1)).thenReturn(cert(1, "ZZ2026000001", "10100010100", "VALID"));
        when(mapper.selectById(2)).thenReturn(cert(2, "ZZ2026000002", "10100020100", "VALID"));
        assertThrows(BizException.class, () -> service.create(List.of(1L, 2L), 1));
    }

    @Test
    void sortsByNumberAndDropsCancelledOnes() {
        when(mapper.selectById(1)).thenReturn(cert(1, "ZZ2026000003", "10100010100", "VALID"));
        when(mapper.selectById(2)).thenReturn(cert(2, "ZZ2026000001", "10100010100", "VALID"));
        when(mapper.selectById(3)).thenReturn(cert(3, "ZZ2026000002", "10100010100", "CANCELLED"));
        CertBatchPrintService.Batch batch = service.create(List.of(1L, 2L, 3L), 1);
        assertEquals(List.of(2L, 1L), batch.certIds());
        assertEquals(Map.of(3L, "证照已注销"), batch.rejected());
    }

    @Test
    void reprintNeedsAReason() {
        assertThrows(BizException.class, () -> service.reprint(1L, " ", 1));
    }

    private static Map<String, Object> cert(long id, String no, String catalog, String status) {
        return new HashMap<>(Map.of("certId", id, "certNo", no, "catalogCode", catalog, "status", status,
                "holderName", "某某公司", "validFrom", "2026-06-01"));
    }
}
