-- 单号: TJ-2026-003  申请: XX局业务处 林处长  统计期间: 2025-01-01 至 2025-12-31
-- 2025 年注销证照清单（审计取证）；只读查询，不修改数据
SELECT c.cert_no,
       c.catalog_code,
       CASE WHEN c.holder_type = 'PERSON' THEN SUBSTR(c.holder_name, 1, 1) || '**' ELSE c.holder_name END AS holder_name,
       TRUNC(CAST(c.update_time AS DATE)) AS cancelled_on
  FROM t_certificate c
 WHERE c.status = 'CANCELLED'
   AND c.update_time >= TIMESTAMP '2025-01-01 00:00:00'
   AND c.update_time <  TIMESTAMP '2026-01-01 00:00:00'
 ORDER BY c.cert_no;
