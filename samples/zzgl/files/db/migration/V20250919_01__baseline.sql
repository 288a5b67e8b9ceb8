-- 基线：接收时的生产库结构（证照综合管理系统 V2.3.0，Oracle 19c）
-- 表空间：数据 TS_ZZGL_DATA，索引 TS_ZZGL_IDX，大字段 TS_LOB
CREATE TABLE t_apply (
  apply_id      NUMBER(12)        NOT NULL,
  accept_no     VARCHAR2(32),
  item_code     VARCHAR2(32)      NOT NULL,
  holder_name   VARCHAR2(100 CHAR) NOT NULL,
  holder_type   VARCHAR2(8)       NOT NULL,
  area_code     VARCHAR2(12)      NOT NULL,
  contact_name  VARCHAR2(50 CHAR),
  address       VARCHAR2(200 CHAR),
  current_step  VARCHAR2(32),
  status        VARCHAR2(16)      NOT NULL,
  submit_time   TIMESTAMP,
  finish_time   TIMESTAMP,
  deadline      DATE,
  remark        VARCHAR2(200 CHAR),
  create_time   TIMESTAMP         NOT NULL,
  update_time   TIMESTAMP,
  CONSTRAINT pk_apply PRIMARY KEY (apply_id)
) TABLESPACE TS_ZZGL_DATA;
CREATE UNIQUE INDEX uk_apply_accept ON t_apply (accept_no) TABLESPACE TS_ZZGL_IDX;
CREATE INDEX idx_apply_submit ON t_apply (submit_time, area_code) TABLESPACE TS_ZZGL_IDX;

CREATE TABLE t_apply_material (
  material_id   NUMBER(12)   NOT NULL,
  apply_id      NUMBER(12)   NOT NULL,
  material_code VARCHAR2(32) NOT NULL,
  store_id      VARCHAR2(64) NOT NULL,
  file_ext      VARCHAR2(8)  NOT NULL,
  file_size     NUMBER(12)   NOT NULL,
  CONSTRAINT pk_apply_material PRIMARY KEY (material_id)
) TABLESPACE TS_LOB;

CREATE TABLE t_accept_seq (
  area_code VARCHAR2(12) NOT NULL,
  seq_day   DATE         NOT NULL,
  cur_value NUMBER(6)    NOT NULL,
  CONSTRAINT pk_accept_seq PRIMARY KEY (area_code, seq_day)
) TABLESPACE TS_ZZGL_DATA;

CREATE TABLE t_review_task (
  task_id       NUMBER(12)   NOT NULL,
  apply_id      NUMBER(12)   NOT NULL,
  step_code     VARCHAR2(32) NOT NULL,
  assignee      NUMBER(12)   NOT NULL,
  transfer_from NUMBER(12),
  task_status   VARCHAR2(8)  NOT NULL,
  result        VARCHAR2(16),
  create_time   TIMESTAMP    NOT NULL,
  finish_time   TIMESTAMP,
  update_time   TIMESTAMP,
  CONSTRAINT pk_review_task PRIMARY KEY (task_id)
) TABLESPACE TS_ZZGL_DATA;
CREATE INDEX idx_review_task_todo ON t_review_task (assignee, task_status) TABLESPACE TS_ZZGL_IDX;

CREATE TABLE t_review_opinion (
  opinion_id  NUMBER(12)          NOT NULL,
  task_id     NUMBER(12)          NOT NULL,
  content     VARCHAR2(1000 CHAR),
  create_time TIMESTAMP           NOT NULL,
  CONSTRAINT pk_review_opinion PRIMARY KEY (opinion_id)
) TABLESPACE TS_ZZGL_DATA;
CREATE INDEX idx_review_opinion_task ON t_review_opinion (task_id) TABLESPACE TS_ZZGL_IDX;

CREATE TABLE t_certificate (
  cert_id         NUMBER(12)         NOT NULL,
  cert_no         VARCHAR2(16)       NOT NULL,
  cert_name       VARCHAR2(300 CHAR) NOT NULL,
  catalog_code    VARCHAR2(21)       NOT NULL,
  holder_name     VARCHAR2(100 CHAR) NOT NULL,
  holder_type     VARCHAR2(8)        DEFAULT 'PERSON' NOT NULL,
  apply_id        NUMBER(12),
  valid_from      DATE               NOT NULL,
  valid_to        DATE,
  status          VARCHAR2(16)       NOT NULL,
  print_count     NUMBER(6)          DEFAULT 0 NOT NULL,
  last_print_time TIMESTAMP,
  remark          VARCHAR2(200 CHAR),
  create_time     TIMESTAMP          NOT NULL,
  update_time     TIMESTAMP,
  CONSTRAINT pk_certificate PRIMARY KEY (cert_id)
) TABLESPACE TS_ZZGL_DATA;
CREATE INDEX idx_cert_no ON t_certificate (cert_no) TABLESPACE TS_ZZGL_IDX;

CREATE TABLE t_cert_catalog (
  catalog_code  VARCHAR2(21)       NOT NULL,
  version       VARCHAR2(8)        NOT NULL,
  catalog_name  VARCHAR2(100 CHAR) NOT NULL,
  parent_code   VARCHAR2(21),
  status        VARCHAR2(16)       NOT NULL,
  CONSTRAINT pk_cert_catalog PRIMARY KEY (catalog_code, version)
) TABLESPACE TS_ZZGL_DATA;

CREATE TABLE t_archive (
  archive_id    NUMBER(12)         NOT NULL,
  archive_no    VARCHAR2(20)       NOT NULL,
  apply_id      NUMBER(12)         NOT NULL,
  cert_no       VARCHAR2(16),
  holder_name   VARCHAR2(100 CHAR) NOT NULL,
  area_code     VARCHAR2(12)       NOT NULL,
  status        VARCHAR2(16)       NOT NULL,
  file_time     TIMESTAMP          NOT NULL,
  update_time   TIMESTAMP,
  CONSTRAINT pk_archive PRIMARY KEY (archive_id)
) TABLESPACE TS_ZZGL_DATA;
CREATE INDEX idx_archive_time ON t_archive (file_time) TABLESPACE TS_ZZGL_IDX;

CREATE TABLE t_stat_monthly (
  stat_month     VARCHAR2(7)  NOT NULL,
  area_code      VARCHAR2(12) NOT NULL,
  accepted_count NUMBER(10)   NOT NULL,
  finished_count NUMBER(10)   NOT NULL,
  CONSTRAINT pk_stat_monthly PRIMARY KEY (stat_month, area_code)
) TABLESPACE TS_ZZGL_DATA;

CREATE TABLE t_user (
  user_id       NUMBER(12)        NOT NULL,
  account       VARCHAR2(32)      NOT NULL,
  user_name     VARCHAR2(50 CHAR) NOT NULL,
  org_code      VARCHAR2(20)      NOT NULL,
  password_hash VARCHAR2(200)     NOT NULL,
  status        VARCHAR2(16)      NOT NULL,
  CONSTRAINT pk_user PRIMARY KEY (user_id)
) TABLESPACE TS_ZZGL_DATA;
CREATE UNIQUE INDEX uk_user_account ON t_user (account) TABLESPACE TS_ZZGL_IDX;

CREATE TABLE t_user_role (
  user_id    NUMBER(12)   NOT NULL,
  role_code  VARCHAR2(32) NOT NULL,
  grant_by   NUMBER(12)   NOT NULL,
  grant_time TIMESTAMP    NOT NULL,
  CONSTRAINT pk_user_role PRIMARY KEY (user_id, role_code)
) TABLESPACE TS_ZZGL_DATA;

CREATE TABLE t_login_log (
  log_id     NUMBER(12)   NOT NULL,
  account    VARCHAR2(32) NOT NULL,
  ip         VARCHAR2(45) NOT NULL,
  result     VARCHAR2(8)  NOT NULL,
  login_time TIMESTAMP    NOT NULL,
  CONSTRAINT pk_login_log PRIMARY KEY (log_id)
) TABLESPACE TS_ZZGL_DATA;
CREATE INDEX idx_login_log ON t_login_log (account, login_time) TABLESPACE TS_ZZGL_IDX;

CREATE TABLE t_share_cert (
  cert_no      VARCHAR2(16)       NOT NULL,
  cert_name    VARCHAR2(60 CHAR)  NOT NULL,
  catalog_code VARCHAR2(21)       NOT NULL,
  holder_name  VARCHAR2(100 CHAR) NOT NULL,
  valid_from   DATE,
  valid_to     DATE,
  status       VARCHAR2(16)       NOT NULL,
  sync_time    TIMESTAMP          NOT NULL,
  CONSTRAINT pk_share_cert PRIMARY KEY (cert_no)
) TABLESPACE TS_ZZGL_DATA;

CREATE TABLE t_oper_log (
  log_id    NUMBER(12)          NOT NULL,
  category  VARCHAR2(32)        NOT NULL,
  user_id   NUMBER(12)          NOT NULL,
  batch_no  VARCHAR2(32),
  object_id VARCHAR2(32),
  result    VARCHAR2(8)         NOT NULL,
  content   VARCHAR2(1000 CHAR),
  oper_time TIMESTAMP           NOT NULL,
  CONSTRAINT pk_oper_log PRIMARY KEY (log_id)
) TABLESPACE TS_ZZGL_DATA;
CREATE INDEX idx_oper_log_batch ON t_oper_log (category, batch_no) TABLESPACE TS_ZZGL_IDX;

CREATE TABLE t_notice (
  notice_id   NUMBER(12)         NOT NULL,
  user_id     NUMBER(12)         NOT NULL,
  title       VARCHAR2(100 CHAR) NOT NULL,
  content     VARCHAR2(1000 CHAR),
  read_flag   NUMBER(1)          DEFAULT 0 NOT NULL,
  create_time TIMESTAMP          NOT NULL,
  CONSTRAINT pk_notice PRIMARY KEY (notice_id)
) TABLESPACE TS_ZZGL_DATA;
CREATE INDEX idx_notice_user ON t_notice (user_id, read_flag) TABLESPACE TS_ZZGL_IDX;

CREATE TABLE t_sys_param (
  param_id    NUMBER(8)          NOT NULL,
  param_key   VARCHAR2(64)       NOT NULL,
  param_value VARCHAR2(500 CHAR) NOT NULL,
  CONSTRAINT pk_sys_param PRIMARY KEY (param_id)
) TABLESPACE TS_ZZGL_DATA;

CREATE VIEW v_portal_cert AS
SELECT cert_no, cert_name, holder_name, valid_to, status FROM t_certificate WHERE holder_type = 'ORG';

CREATE SEQUENCE seq_apply START WITH 1200000 CACHE 50;
CREATE SEQUENCE seq_review_opinion START WITH 3000000 CACHE 50;
CREATE SEQUENCE seq_oper_log START WITH 20000000 CACHE 100;
CREATE SEQUENCE seq_material START WITH 5000000 CACHE 50;
CREATE SEQUENCE seq_review_task START WITH 3000000 CACHE 50;
CREATE SEQUENCE seq_cert START WITH 870000 CACHE 20;
CREATE SEQUENCE seq_archive START WITH 4200000 CACHE 20;
CREATE SEQUENCE seq_archive_no START WITH 1 CACHE 20;
CREATE SEQUENCE seq_login_log START WITH 9000000 CACHE 100;
CREATE SEQUENCE seq_notice START WITH 600000 CACHE 50;
