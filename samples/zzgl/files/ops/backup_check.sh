#!/bin/bash
# 备份核对：每日 06:00 检查前一晚的全库备份是否成功，结果供巡检记录引用
set -euo pipefail
DAY=$(date -d yesterday +%Y%m%d)
DIR=/backup/zzgl/$DAY

[ -d "$DIR" ] || { echo "异常: 没有 $DAY 的备份目录"; exit 1; }
find "$DIR" -name '*.bkp' -size -1M -print | grep . && { echo "异常: 备份片过小"; exit 1; }
grep -q 'completed without error' "$DIR/rman.log" || { echo "异常: 备份日志有错误"; exit 1; }
echo "正常: $DAY 备份 $(du -sh "$DIR" | cut -f1)"
