-- 单号: SJ-2026-001   回退: 按备份还原 3 行编号, 执行前通知窗口停止打印
-- BG-2026-0001 WX-2026-0003 2026-01-19 郑七: 回退
UPDATE t_certificate t SET cert_no=(SELECT b.cert_no FROM bak_t_certificate_20260119 b WHERE b.cert_id=t.cert_id)
 WHERE t.cert_id IN (880213,880219,880242);
COMMIT;
