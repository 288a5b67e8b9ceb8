-- 单号: SJ-2026-003   审批: BG-2026-0008   工单: WX-2026-0016
-- BG-2026-0008 WX-2026-0016 2026-05-21 郑七: 重复提交办件作废
-- 说明: 故障期间重复提交的 7 件办件作废后一件, 保留先提交的一件, 受理编号不复用; 预期影响 7 行
UPDATE t_apply SET status='VOID', remark='SJ-2026-003', update_time=CURRENT_TIMESTAMP
 WHERE status='SUBMITTED' AND apply_id IN (1229408,1229411,1229415,1229422,1229430,1229437,1229446);
SELECT COUNT(*) FROM t_apply
 WHERE status='VOID' AND remark='SJ-2026-003' AND apply_id IN (1229408,1229411,1229415,1229422,1229430,1229437,1229446);   -- 核验: 预期 7
COMMIT;
