-- 单号: TJ-2026-002  申请: XX局业务处 沈洁  统计期间: 截至 2026-03-24 24:00
-- 2026 年第一季度在办件环节分布统计；只读查询，不修改数据
SELECT SUBSTR(a.area_code, 1, 4) AS city_code,
       NVL(a.current_step, a.status) AS step_code,
       COUNT(*) AS in_progress,
       COUNT(CASE WHEN a.status <> 'SUPPLEMENT'
                   AND NVL(t.arrived, a.update_time) < TIMESTAMP '2026-03-20 00:00:00' THEN 1 END) AS stayed_over_5d
  FROM t_apply a
  LEFT JOIN (SELECT apply_id, MIN(create_time) AS arrived
               FROM t_review_task WHERE task_status = 'OPEN' GROUP BY apply_id) t ON t.apply_id = a.apply_id
 WHERE a.status IN ('SUBMITTED', 'ACCEPTED', 'SUPPLEMENT', 'REVIEWING')
   AND a.create_time < TIMESTAMP '2026-03-25 00:00:00'
 GROUP BY SUBSTR(a.area_code, 1, 4), NVL(a.current_step, a.status)
 ORDER BY city_code, in_progress DESC;
