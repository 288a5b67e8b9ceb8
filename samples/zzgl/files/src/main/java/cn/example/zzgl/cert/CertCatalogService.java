package cn.example.zzgl.cert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * 证照目录：按系统参数 catalog.version 所指的《证照目录编码规范》版本取有效目录并组成树。
 *
 * @implements LD-CRT-05
 */
@Service
public class CertCatalogService {

    private final CertMapper certMapper;

    public CertCatalogService(CertMapper certMapper) {
        this.certMapper = certMapper;
    }

    /**
     * 取目录树。
     *
     * @return 根节点列表，子节点在 children 中
     */
    public List<Map<String, Object>> tree() {
        Map<String, Map<String, Object>> byCode = new LinkedHashMap<>();
        for (Map<String, Object> row : certMapper.selectCatalog()) {
            row.put("children", new ArrayList<Map<String, Object>>());
            byCode.put((String) row.get("catalogCode"), row);
        }
        List<Map<String, Object>> roots = new ArrayList<>();
        for (Map<String, Object> node : byCode.values()) {
            Map<String, Object> parent = byCode.get(node.get("parentCode"));
            children(parent, roots).add(node);
        }
        return roots;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> children(Map<String, Object> parent, List<Map<String, Object>> roots) {
        return parent == null ? roots : (List<Map<String, Object>>) parent.get("children");
    }
}
