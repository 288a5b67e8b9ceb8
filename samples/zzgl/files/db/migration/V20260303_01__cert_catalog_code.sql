-- 说明: 证照目录编码按《证照目录编码规范》V2.1 由 9 位改为 11 位, 末两位为适用范围; 旧编码保留在 old_code
-- BG-2026-0004 WX-2026-0008 2026-03-03 郑七: 按标准修订 BZ-2026-001 改写编码
-- 适用范围: 00 全省、10 市、20 县（市、区）、30 特定区域; 对照表见标准附录 A; 可重复执行, 第二遍影响 0 行
-- 预检: 预期 58
SELECT COUNT(*) FROM t_cert_catalog WHERE version = 'V2.0' AND status = 'VALID';

DECLARE
  n NUMBER;
BEGIN
  SELECT COUNT(*) INTO n FROM user_tab_columns WHERE table_name = 'T_CERT_CATALOG' AND column_name = 'OLD_CODE';
  IF n = 0 THEN
    EXECUTE IMMEDIATE 'ALTER TABLE t_cert_catalog ADD (old_code VARCHAR2(21))';
  END IF;
END;
/

-- 58 行: 先按全省改写, 并记下旧编码
UPDATE t_cert_catalog SET old_code = catalog_code, catalog_code = catalog_code || '00',
       parent_code = CASE WHEN parent_code IS NULL THEN NULL ELSE parent_code || '00' END, version = 'V2.1'
 WHERE version = 'V2.0' AND status = 'VALID' AND LENGTH(catalog_code) = 9;

-- 市 11 行: 各类临时许可证（类别 04）与示范单位证书
UPDATE t_cert_catalog SET catalog_code = old_code || '10'
 WHERE version = 'V2.1' AND catalog_code LIKE '%00' AND (SUBSTR(old_code, 8) = '04' OR old_code = '110000303');
-- 县（市、区） 18 行: 备案证明（类别 02）与场所登记证（类别 06）, 从业人员类（110 开头）除外
UPDATE t_cert_catalog SET catalog_code = old_code || '20'
 WHERE version = 'V2.1' AND catalog_code LIKE '%00' AND SUBSTR(old_code, 8) IN ('02', '06') AND old_code NOT LIKE '110%';

-- 已发证照与共享数据改指新编码, 证照编号不变
UPDATE t_certificate c SET c.catalog_code = (SELECT k.catalog_code FROM t_cert_catalog k WHERE k.old_code = c.catalog_code)
 WHERE EXISTS (SELECT 1 FROM t_cert_catalog k WHERE k.old_code = c.catalog_code AND k.version = 'V2.1');
UPDATE t_share_cert s SET s.catalog_code = (SELECT k.catalog_code FROM t_cert_catalog k WHERE k.old_code = s.catalog_code)
 WHERE EXISTS (SELECT 1 FROM t_cert_catalog k WHERE k.old_code = s.catalog_code AND k.version = 'V2.1');
UPDATE t_sys_param SET param_value = 'V2.1' WHERE param_key = 'catalog.version' AND param_value = 'V2.0';

SELECT SUBSTR(catalog_code, 10) AS scope, COUNT(*) FROM t_cert_catalog WHERE version = 'V2.1' GROUP BY SUBSTR(catalog_code, 10);
-- 核验: 00 为 29, 10 为 11, 20 为 18, 合计 58
COMMIT;

-- 回退（按旧编码列还原）:
-- UPDATE t_certificate c SET c.catalog_code = SUBSTR(c.catalog_code, 1, 9) WHERE LENGTH(c.catalog_code) = 11;
-- UPDATE t_share_cert s SET s.catalog_code = SUBSTR(s.catalog_code, 1, 9) WHERE LENGTH(s.catalog_code) = 11;
-- UPDATE t_cert_catalog SET catalog_code = old_code, parent_code = SUBSTR(parent_code, 1, 9), version = 'V2.0' WHERE version = 'V2.1';
-- UPDATE t_sys_param SET param_value = 'V2.0' WHERE param_key = 'catalog.version'; COMMIT;
