package cn.example.zzgl.portal;

import cn.example.zzgl.common.BizException;
import cn.example.zzgl.common.PageResult;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * 门户证照公示查询，匿名访问。
 *
 * @implements LD-POR-01
 */
@RestController
@RequestMapping("/portal/cert")
public class PortalQueryController {

    // BG-2026-0005 WX-2026-0011 2026-03-26 李四: 固定的每页条数改为参数, 设上限
    private static final int MAX_SIZE = 50;

    private final PortalMapper portalMapper;

    public PortalQueryController(PortalMapper portalMapper) {
        this.portalMapper = portalMapper;
    }

    /**
     * 公示查询。
     *
     * @param keyword 证照编号，或不少于四个字的单位名称
     * @param page 页码，从 1 开始；超过总页数时返回最后一页
     * @param size 每页条数，1 至 50
     * @return 分页结果
     */
    @GetMapping
    public PageResult<Map<String, Object>> search(@RequestParam String keyword, @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "10") int size) {
        // BG-2026-0005 WX-2026-0011 2026-03-26 李四: 页码统一从 1 计, 去掉兼容换算, 校验上限
        if (keyword.strip().length() < 4) {
            throw new BizException("POR-7001", "请输入完整的证照编号或不少于四个字的单位名称");
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new BizException("POR-7002", "每页条数为 1 至 " + MAX_SIZE);
        }
        long total = portalMapper.count(keyword.strip());
        int last = (int) Math.max(1, (total + size - 1) / size);
        int pageNo = Math.min(Math.max(1, page), last);
        List<Map<String, Object>> rows = portalMapper.search(keyword.strip(), PageResult.offset(pageNo, size), size);
        return new PageResult<>(rows, total, pageNo, size);
    }
}
