-- 单号: TJ-2025-001  申请: XX局业务处 沈洁  统计期间: 2025-07-01 至 2025-09-30
-- 2025 年第三季度各市办件量与平均办理时长统计；只读查询，不修改数据
SELECT SUBSTR(a.area_code, 1, 4)                                                        AS city_code,
       COUNT(CASE WHEN a.submit_time >= DATE '2025-07-01' AND a.submit_time < DATE '2025-10-01' THEN 1 END) AS accepted,
       COUNT(CASE WHEN a.finish_time >= DATE '2025-07-01' AND a.finish_time < DATE '2025-10-01' THEN 1 END) AS finished,
       ROUND(AVG(CASE WHEN a.finish_time >= DATE '2025-07-01' AND a.finish_time < DATE '2025-10-01'
                      THEN CAST(a.finish_time AS DATE) - CAST(a.submit_time AS DATE) END), 1)  AS avg_days
  FROM t_apply a
 WHERE a.status <> 'DRAFT'
 GROUP BY SUBSTR(a.area_code, 1, 4)
 ORDER BY city_code;
