package cn.example.zzgl.apply;

import cn.example.zzgl.common.BizException;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * 办件申请接口：保存草稿、提交、查询进度。
 *
 * @implements LD-APP-01
 */
@RestController
@RequestMapping("/apply")
public class ApplyController {

    private final ApplyService applyService;

    public ApplyController(ApplyService applyService) {
        this.applyService = applyService;
    }

    /**
     * 保存草稿，不做必填校验。
     *
     * @param form 申请表
     * @return 办件编号
     */
    @PostMapping("/draft")
    public long saveDraft(@RequestBody ApplyForm form) {
        return applyService.saveDraft(form);
    }

    /**
     * 提交申请；未通过校验时一次列出全部栏目名称。
     *
     * @param form 申请表
     * @param errors 校验结果，栏目名称取自校验注解
     * @return 受理编号
     */
    @PostMapping("/submit")
    public String submit(@Valid @RequestBody ApplyForm form, BindingResult errors) {
        // BG-2026-0005 WX-2026-0009 2026-03-25 周五: 提示一次列出全部未填栏目的中文名称
        if (errors.hasErrors()) {
            throw new BizException("APP-1003", "请填写：" + String.join("、", missing(errors)));
        }
        return applyService.submit(form);
    }

    private static List<String> missing(BindingResult errors) {
        // BG-2026-0005 WX-2026-0009 2026-03-25 周五: 按申请表的栏目顺序排列, 与页面一致
        return Arrays.stream(ApplyForm.class.getRecordComponents())
                .map(column -> errors.getFieldError(column.getName()))
                .filter(Objects::nonNull)
                .map(FieldError::getDefaultMessage)
                .toList();
    }

    /**
     * 查询办件进度。
     *
     * @param acceptNo 受理编号
     * @return 当前环节与状态
     */
    @GetMapping("/progress/{acceptNo}")
    public Map<String, String> progress(@PathVariable String acceptNo) {
        return applyService.progress(acceptNo);
    }
}
