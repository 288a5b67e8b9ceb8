-- 单号: SJ-2025-001   审批: BG-2025-0002   工单: WX-2025-0007
-- BG-2025-0002 WX-2025-0007 2025-11-07 郑七: 预检与备份
-- 预检: 办件须为已办结、未制证、未归档; 预期 1 行
SELECT a.apply_id, a.accept_no, a.status, a.current_step FROM t_apply a
 WHERE a.apply_id = 1203417 AND a.status = 'FINISHED'
   AND NOT EXISTS (SELECT 1 FROM t_certificate c WHERE c.apply_id = a.apply_id)
   AND NOT EXISTS (SELECT 1 FROM t_archive r WHERE r.apply_id = a.apply_id AND r.status = 'FILED');
-- 备份: 办件 1 行, 审批任务 1 行
CREATE TABLE bak_t_apply_20251107 AS SELECT * FROM t_apply WHERE apply_id = 1203417;
CREATE TABLE bak_t_review_task_20251107 AS SELECT * FROM t_review_task WHERE task_id = 3008852;
