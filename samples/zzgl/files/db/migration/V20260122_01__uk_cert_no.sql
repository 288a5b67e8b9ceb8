-- 说明: 建取号表并写入当年已用的最大顺序号, 对证照编号建唯一索引
-- BG-2026-0002 WX-2026-0003 2026-01-22 郑七: 取号改为行锁加唯一索引
-- 前提: SJ-2026-001 已执行, 重号核验为 0 行; 执行期间停止制证
SELECT cert_no, COUNT(*) FROM t_certificate GROUP BY cert_no HAVING COUNT(*) > 1;   -- 核验: 预期 0 行, 否则停止

CREATE TABLE t_cert_seq (
  seq_year  NUMBER(4) NOT NULL,
  cur_value NUMBER(6) NOT NULL,
  CONSTRAINT pk_cert_seq PRIMARY KEY (seq_year)
) TABLESPACE TS_ZZGL_DATA;

-- 900000 以上为数据处理预留号段, 不参与取最大值
INSERT INTO t_cert_seq (seq_year, cur_value)
SELECT 2026, MAX(TO_NUMBER(SUBSTR(cert_no, 7))) FROM t_certificate
 WHERE cert_no LIKE 'ZZ2026%' AND cert_no < 'ZZ2026900000';
COMMIT;

DROP INDEX idx_cert_no;
CREATE UNIQUE INDEX uk_cert_no ON t_certificate (cert_no) TABLESPACE TS_ZZGL_IDX;

-- 回退: DROP INDEX uk_cert_no; CREATE INDEX idx_cert_no ON t_certificate (cert_no) TABLESPACE TS_ZZGL_IDX;
--       t_cert_seq 留存备查
