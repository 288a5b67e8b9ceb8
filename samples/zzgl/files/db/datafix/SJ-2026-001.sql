-- 单号: SJ-2026-001   审批: BG-2026-0001   工单: WX-2026-0003
-- BG-2026-0001 WX-2026-0003 2026-01-19 郑七: 重复证照编号改用预留号段
-- 说明: 并发取号产生的3组重复证照编号, 后发证照改用预留号段; 预期影响 3 行
UPDATE t_certificate SET cert_no='ZZ2026900001', remark='SJ-2026-001', update_time=CURRENT_TIMESTAMP
 WHERE cert_id=880213 AND cert_no='ZZ2026000123';
UPDATE t_certificate SET cert_no='ZZ2026900002', remark='SJ-2026-001', update_time=CURRENT_TIMESTAMP
 WHERE cert_id=880219 AND cert_no='ZZ2026000124';
UPDATE t_certificate SET cert_no='ZZ2026900003', remark='SJ-2026-001', update_time=CURRENT_TIMESTAMP
 WHERE cert_id=880242 AND cert_no='ZZ2026000131';
SELECT cert_no, COUNT(*) FROM t_certificate GROUP BY cert_no HAVING COUNT(*)>1;   -- 核验: 预期 0 行
COMMIT;
