-- 单号: SJ-2026-003   回退: 按备份恢复状态
-- BG-2026-0008 WX-2026-0016 2026-05-21 郑七: 回退
UPDATE t_apply t SET (status, remark)=(SELECT b.status, b.remark FROM bak_t_apply_20260521 b WHERE b.apply_id=t.apply_id)
 WHERE t.apply_id IN (SELECT apply_id FROM bak_t_apply_20260521);
COMMIT;
