-- 单号: SJ-2025-001   回退: 按备份还原办件状态与终审任务
-- BG-2025-0002 WX-2025-0007 2025-11-07 郑七: 回退
UPDATE t_apply a SET (status, finish_time, remark)=(SELECT b.status, b.finish_time, b.remark FROM bak_t_apply_20251107 b WHERE b.apply_id=a.apply_id)
 WHERE a.apply_id=1203417;
UPDATE t_review_task t SET (task_status, result, finish_time)=
       (SELECT b.task_status, b.result, b.finish_time FROM bak_t_review_task_20251107 b WHERE b.task_id=t.task_id)
 WHERE t.task_id=3008852;
COMMIT;
