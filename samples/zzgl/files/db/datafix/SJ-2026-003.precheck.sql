-- 单号: SJ-2026-003   审批: BG-2026-0008   工单: WX-2026-0016
-- BG-2026-0008 WX-2026-0016 2026-05-21 郑七: 预检与备份
-- 预检: 故障时段内同一申请人同一事项 60 秒内的两件, 取后一件; 预期 7 行, 均为待受理
SELECT b.apply_id, b.accept_no, b.status FROM t_apply a JOIN t_apply b
    ON b.holder_name=a.holder_name AND b.item_code=a.item_code AND b.area_code=a.area_code AND b.apply_id>a.apply_id
 WHERE a.submit_time BETWEEN TIMESTAMP '2026-05-20 09:30:00' AND TIMESTAMP '2026-05-20 10:40:00'
   AND b.submit_time-a.submit_time<=INTERVAL '60' SECOND;
-- 备份: 7 行
CREATE TABLE bak_t_apply_20260521 AS
  SELECT * FROM t_apply WHERE apply_id IN (1229408,1229411,1229415,1229422,1229430,1229437,1229446);
