-- 说明: 档案按姓名查询的组合索引（持证人名称、行政区划）
-- BG-2025-0003 WX-2025-0009 2025-11-18 郑七: 新增组合索引, 供姓名前缀查询
-- 执行: 业务结束之后; 建索引需取得 t_archive 的表锁, 执行前停档案同步作业（ops/archive_sync.sh）
CREATE INDEX idx_archive_name ON t_archive (holder_name, area_code) TABLESPACE TS_ZZGL_IDX;
SELECT index_name, status FROM user_indexes WHERE index_name = 'IDX_ARCHIVE_NAME';   -- 核验: VALID

-- 回退: DROP INDEX idx_archive_name;
