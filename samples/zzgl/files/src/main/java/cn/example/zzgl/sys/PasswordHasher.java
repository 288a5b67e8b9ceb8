package cn.example.zzgl.sys;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.springframework.stereotype.Component;

/**
 * 口令散列：PBKDF2，每个用户独立盐值，格式为 盐$散列。
 *
 * @implements LD-SYS-01
 */
@Component
public class PasswordHasher {

    private static final int ROUNDS = 120_000;
    private static final int BITS = 256;

    /**
     * 校验口令。
     *
     * @param secret 口令原文
     * @param stored 库中的盐与散列
     * @return 一致时为真
     */
    public boolean matches(String secret, String stored) {
        String[] parts = stored.split("\\$", 2);
        byte[] actual = hash(secret.toCharArray(), HexFormat.of().parseHex(parts[0]));
        return MessageDigest.isEqual(actual, HexFormat.of().parseHex(parts[1]));
    }

    private static byte[] hash(char[] secret, byte[] salt) {
        try {
            PBEKeySpec spec = new PBEKeySpec(secret, salt, ROUNDS, BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("运行环境缺少 PBKDF2 算法", e);
        }
    }
}
