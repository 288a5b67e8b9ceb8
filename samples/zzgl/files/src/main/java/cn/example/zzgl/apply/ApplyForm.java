package cn.example.zzgl.apply;

import jakarta.validation.constraints.NotBlank;

/**
 * 申请表。校验注解的 message 是栏目中文名称，供提示使用。
 *
 * @implements LD-APP-01
 * @param formToken 一次性表单令牌，随申请页下发
 * @param itemCode 事项编码
 * @param holderName 申请人姓名或单位名称
 * @param holderType PERSON 个人、ORG 单位
 * @param areaCode 受理机构行政区划（6 位）
 * @param contactName 联系人
 * @param address 住所或经营场所
 */
public record ApplyForm(
        String formToken,
        @NotBlank(message = "申请事项") String itemCode,
        @NotBlank(message = "申请人名称") String holderName,
        @NotBlank(message = "申请人类型") String holderType,
        @NotBlank(message = "受理机构") String areaCode,
        @NotBlank(message = "联系人") String contactName,
        @NotBlank(message = "住所（经营场所）") String address) {
}
