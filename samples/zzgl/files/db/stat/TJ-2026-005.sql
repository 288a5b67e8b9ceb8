-- 单号: TJ-2026-005  申请: XX局业务处 沈洁  统计期间: 2026-07-01 至 2026-09-21
-- 2026 年第三季度报表取数（季报口径）；只读查询，不修改数据
SELECT SUBSTR(a.area_code, 1, 4) AS city_code,
       COUNT(*)                                               AS finished,
       COUNT(CASE WHEN a.status = 'REJECTED' THEN 1 END)      AS rejected,
       ROUND(100 * COUNT(CASE WHEN TRUNC(CAST(a.finish_time AS DATE)) <= a.deadline THEN 1 END) / COUNT(*), 2) AS on_time_pct
  FROM t_apply a
 WHERE a.status IN ('FINISHED', 'REJECTED')
   AND a.finish_time >= TIMESTAMP '2026-07-01 00:00:00'
   AND a.finish_time <  TIMESTAMP '2026-09-22 00:00:00'
 GROUP BY SUBSTR(a.area_code, 1, 4)
 ORDER BY city_code;
