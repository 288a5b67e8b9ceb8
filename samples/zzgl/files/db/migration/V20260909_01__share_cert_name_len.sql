-- 说明: 共享证照名称由 60 个字符扩为 200 个字符
-- BG-2026-0013 WX-2026-0025 2026-09-08 郑七: 扩容, 需求 QR-2026-004（REQ-SHR-003）
-- 只放宽长度, 不改写已有数据; 业务库 t_certificate.cert_name 为 300 个字符, 不变
ALTER TABLE t_share_cert MODIFY (cert_name VARCHAR2(200 CHAR));
SELECT char_length FROM user_tab_columns WHERE table_name = 'T_SHARE_CERT' AND column_name = 'CERT_NAME';   -- 核验: 200
-- 超过 200 个字符的证照名称: 预期 0, 有则不推送并通知业务处
SELECT COUNT(*) FROM t_certificate WHERE LENGTH(cert_name) > 200;

-- 回退（先确认没有超过 60 个字符的数据）:
-- SELECT COUNT(*) FROM t_share_cert WHERE LENGTH(cert_name) > 60;
-- ALTER TABLE t_share_cert MODIFY (cert_name VARCHAR2(60 CHAR));
