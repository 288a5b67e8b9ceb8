package cn.example.zzgl.archive;

/**
 * 档案查询条件。
 *
 * @implements LD-ARC-01
 * @param holderName 持证人姓名或单位名称
 * @param areaCode 行政区划
 * @param certNo 证照编号
 * @param pageNo 页码，从 1 开始
 * @param pageSize 每页行数
 */
public record ArchiveQuery(String holderName, String areaCode, String certNo, int pageNo, int pageSize) {
}
