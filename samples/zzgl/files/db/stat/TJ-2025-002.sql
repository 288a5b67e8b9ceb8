-- 单号: TJ-2025-002  申请: XX局业务处 林处长  统计期间: 2025-01-01 至 2025-12-24
-- 2025 年证照制发量分市分目录统计；只读查询，不修改数据
SELECT SUBSTR(a.area_code, 1, 4) AS city_code,
       c.catalog_code,
       COUNT(CASE WHEN c.seq_in_apply = 1 THEN 1 END) AS issued,
       COUNT(CASE WHEN c.seq_in_apply > 1 THEN 1 END) AS reissued
  FROM (SELECT cert_id, catalog_code, apply_id,
               ROW_NUMBER() OVER (PARTITION BY apply_id ORDER BY create_time) AS seq_in_apply
          FROM t_certificate
         WHERE create_time >= TIMESTAMP '2025-01-01 00:00:00'
           AND create_time <  TIMESTAMP '2025-12-25 00:00:00') c
  JOIN t_apply a ON a.apply_id = c.apply_id
 GROUP BY SUBSTR(a.area_code, 1, 4), c.catalog_code
 ORDER BY city_code, c.catalog_code;
