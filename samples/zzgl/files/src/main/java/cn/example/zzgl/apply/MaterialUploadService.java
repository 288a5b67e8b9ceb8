package cn.example.zzgl.apply;

import cn.example.zzgl.common.BizException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

/**
 * 申请材料上传：按扩展名和文件头双重校验后落盘，登记 t_apply_material。
 *
 * @implements LD-APP-03
 */
@Service
public class MaterialUploadService {

    private static final byte[] PDF_HEAD = {'%', 'P', 'D', 'F'};
    private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};

    private final JdbcTemplate jdbc;

    @Value("${zzgl.upload.allowed}")
    private List<String> allowed;

    @Value("${zzgl.upload.dir}")
    private Path dir;

    public MaterialUploadService(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * 上传一份材料。
     *
     * @param applyId 办件编号
     * @param materialCode 材料编码
     * @param file 上传的文件
     * @return 材料存储编号
     * @throws IOException 存储目录不可写
     */
    public String upload(long applyId, String materialCode, MultipartFile file) throws IOException {
        String ext = extension(file.getOriginalFilename());
        if (!allowed.contains(ext)) {
            throw new BizException("APP-1002", "不支持的文件类型，请上传 " + String.join("、", allowed) + " 文件");
        }
        byte[] bytes = file.getBytes();
        if (!headMatches(ext, bytes)) {
            throw new BizException("APP-1009", "文件内容与扩展名不符，请重新导出后上传");
        }
        String storeId = UUID.randomUUID().toString();
        Files.write(dir.resolve(storeId + '.' + ext), bytes);
        jdbc.update("INSERT INTO t_apply_material (material_id, apply_id, material_code, store_id, file_ext, file_size)"
                + " VALUES (seq_material.NEXTVAL, ?, ?, ?, ?, ?)", applyId, materialCode, storeId, ext, bytes.length);
        return storeId;
    }

    private static String extension(String name) {
        int dot = name == null ? -1 : name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean headMatches(String ext, byte[] bytes) {
        return switch (ext) {
            case "pdf" -> startsWith(bytes, PDF_HEAD);
            case "ofd" -> startsWith(bytes, ZIP_HEAD);
            default -> bytes.length > 0;
        };
    }

    private static boolean startsWith(byte[] bytes, byte[] head) {
        return bytes.length >= head.length && Arrays.equals(head, Arrays.copyOf(bytes, head.length));
    }
}
