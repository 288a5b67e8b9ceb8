-- 单号: SJ-2026-002   回退: 按备份恢复归档标志
-- BG-2026-0003 WX-2026-0007 2026-02-26 郑七: 回退
UPDATE t_archive t SET (status, update_time)=(SELECT b.status, b.update_time FROM bak_t_archive_20260226 b WHERE b.archive_id=t.archive_id)
 WHERE t.archive_id IN (SELECT archive_id FROM bak_t_archive_20260226);
COMMIT;
