package cn.example.zzgl.share;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * 共享证照数据项，字段与《数据共享交换接口规范》一一对应。
 *
 * @implements LD-SHR-01
 * @param certNo 证照编号
 * @param certName 证照名称，不超过 200 个字符
 * @param catalogCode 证照目录编码
 * @param holderName 持证主体名称
 * @param validFrom 有效期起
 * @param validTo 有效期止，长期有效时为空
 * @param status 状态：VALID 有效、CANCELLED 注销
 */
public record ShareCertDto(
        @NotBlank @Pattern(regexp = "ZZ\\d{10}") String certNo,
        // BG-2026-0013 WX-2026-0025 2026-09-07 周五: 证照名称由 60 扩为 200 个字符
        @NotBlank @Size(max = 200, message = "SHR-4103 证照名称超过 200 个字符") String certName,
        @NotBlank @Size(max = 21) String catalogCode,
        @NotBlank @Size(max = 100) String holderName,
        LocalDate validFrom,
        LocalDate validTo,
        @NotBlank String status) {
}
