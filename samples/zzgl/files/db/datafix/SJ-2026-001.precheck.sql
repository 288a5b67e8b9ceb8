-- 单号: SJ-2026-001   审批: BG-2026-0001   工单: WX-2026-0003
-- BG-2026-0001 WX-2026-0003 2026-01-19 郑七: 预检与备份
-- 预检: 三组重号共 6 行
SELECT cert_no, COUNT(*) FROM t_certificate
 WHERE cert_no IN ('ZZ2026000123','ZZ2026000124','ZZ2026000131') GROUP BY cert_no;
-- 备份: 6 行
CREATE TABLE bak_t_certificate_20260119 AS
  SELECT * FROM t_certificate WHERE cert_no IN ('ZZ2026000123','ZZ2026000124','ZZ2026000131');
