-- 说明: 超期预警规则表、提醒表与办件预警级别列
-- BG-2026-0005 XQ-2026-0001 2026-03-18 郑七: 新增, 需求 QR-2026-001（REQ-REV-012、REQ-REV-013、REQ-REV-014）
-- 可重复执行: 否。执行前确认两张表不存在；回退见文件末尾
CREATE TABLE t_overdue_rule (
  item_code    VARCHAR2(32) NOT NULL,
  yellow_days  NUMBER(2)    DEFAULT 2 NOT NULL,
  enabled_from DATE         NOT NULL,
  update_by    NUMBER(12)   NOT NULL,
  update_time  TIMESTAMP    NOT NULL,
  CONSTRAINT pk_overdue_rule PRIMARY KEY (item_code),
  CONSTRAINT ck_overdue_rule_days CHECK (yellow_days BETWEEN 1 AND 10)
) TABLESPACE TS_ZZGL_DATA;

CREATE TABLE t_overdue_notice (
  notice_id   NUMBER(12)   NOT NULL,
  apply_id    NUMBER(12)   NOT NULL,
  level_code  VARCHAR2(8)  NOT NULL,
  notice_date DATE         NOT NULL,
  receiver    NUMBER(12)   NOT NULL,
  sms_status  VARCHAR2(8)  DEFAULT 'WAIT' NOT NULL,
  sms_tries   NUMBER(1)    DEFAULT 0 NOT NULL,
  next_try    TIMESTAMP,
  create_time TIMESTAMP    NOT NULL,
  CONSTRAINT pk_overdue_notice PRIMARY KEY (notice_id)
) TABLESPACE TS_ZZGL_DATA;
CREATE UNIQUE INDEX uk_overdue_notice ON t_overdue_notice (apply_id, level_code, notice_date, receiver) TABLESPACE TS_ZZGL_IDX;
CREATE INDEX idx_overdue_notice_sms ON t_overdue_notice (sms_status, next_try) TABLESPACE TS_ZZGL_IDX;
CREATE SEQUENCE seq_overdue_notice START WITH 1 CACHE 50;

ALTER TABLE t_apply ADD (overdue_level VARCHAR2(8));

-- 默认规则: 每个事项 2 个工作日, 上线当日启用
INSERT INTO t_overdue_rule (item_code, yellow_days, enabled_from, update_by, update_time)
SELECT DISTINCT item_code, 2, DATE '2026-04-08', 1, CURRENT_TIMESTAMP FROM t_apply;
INSERT INTO t_sys_param (param_id, param_key, param_value)
SELECT MAX(param_id) + 1, 'overdue.job.date', '2026-04-08' FROM t_sys_param;
SELECT COUNT(*) FROM t_overdue_rule;   -- 核验: 与办件中的事项数相同
COMMIT;

-- 回退（确认不再上线时执行）:
-- DROP TABLE t_overdue_notice; DROP TABLE t_overdue_rule; DROP SEQUENCE seq_overdue_notice;
-- ALTER TABLE t_apply DROP COLUMN overdue_level;
-- DELETE FROM t_sys_param WHERE param_key = 'overdue.job.date'; COMMIT;
