-- 单号: TJ-2026-001  申请: XX局业务处 沈洁  统计期间: 2025-01-01 至 2025-12-31
-- 2025 年超期办结件分市分环节统计；只读查询，不修改数据
SELECT SUBSTR(x.area_code, 1, 4) AS city_code,
       x.step_code,
       COUNT(*)                  AS overdue_count,
       COUNT(CASE WHEN x.last_touch < x.deadline - 2 THEN 1 END) AS untouched_before_due
  FROM (SELECT a.apply_id, a.area_code, a.deadline, t.step_code,
               MAX(t.update_time) OVER (PARTITION BY a.apply_id) AS last_touch,
               ROW_NUMBER() OVER (PARTITION BY a.apply_id ORDER BY t.finish_time - t.create_time DESC) AS longest
          FROM t_apply a
          JOIN t_review_task t ON t.apply_id = a.apply_id
         WHERE a.status = 'FINISHED'
           AND a.finish_time >= TIMESTAMP '2025-01-01 00:00:00'
           AND a.finish_time <  TIMESTAMP '2026-01-01 00:00:00'
           AND TRUNC(CAST(a.finish_time AS DATE)) > a.deadline) x
 WHERE x.longest = 1
 GROUP BY SUBSTR(x.area_code, 1, 4), x.step_code
 ORDER BY city_code, overdue_count DESC;
