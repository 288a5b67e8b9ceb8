-- 单号: SJ-2025-001   审批: BG-2025-0002   工单: WX-2025-0007
-- BG-2025-0002 WX-2025-0007 2025-11-07 郑七: 误办结办件退回审批
-- 说明: 误办结的 1 件办件退回审批中; 预期影响: t_apply 1 行, 同时恢复其终审任务 1 行
UPDATE t_apply SET status='REVIEWING', finish_time=NULL, remark='SJ-2025-001', update_time=CURRENT_TIMESTAMP
 WHERE apply_id=1203417 AND status='FINISHED';
UPDATE t_review_task SET task_status='OPEN', result=NULL, finish_time=NULL, update_time=CURRENT_TIMESTAMP
 WHERE task_id=3008852 AND apply_id=1203417 AND task_status='DONE';
SELECT COUNT(*) FROM t_apply a JOIN t_review_task t ON t.apply_id=a.apply_id
 WHERE a.apply_id=1203417 AND a.status='REVIEWING' AND t.task_status='OPEN';   -- 核验: 预期 1
COMMIT;
