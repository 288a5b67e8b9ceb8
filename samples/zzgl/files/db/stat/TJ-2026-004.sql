-- 单号: TJ-2026-004  申请: XX局业务处 沈洁  统计期间: 有效期止 2026-07-01 至 2026-12-31
-- 2026 年下半年到期证照分市统计；只读查询，不修改数据
SELECT SUBSTR(a.area_code, 1, 4)      AS city_code,
       TO_CHAR(c.valid_to, 'YYYY-MM') AS due_month,
       COUNT(*)                       AS due_count
  FROM t_certificate c
  JOIN t_apply a ON a.apply_id = c.apply_id
 WHERE c.status = 'VALID'
   AND c.valid_to BETWEEN DATE '2026-07-01' AND DATE '2026-12-31'
 GROUP BY SUBSTR(a.area_code, 1, 4), TO_CHAR(c.valid_to, 'YYYY-MM')
 ORDER BY city_code, due_month;
