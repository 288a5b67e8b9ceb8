#!/bin/bash
# 归档日志应急移动：把备库已应用、且已备份的归档日志从 /u01/arch 复制到备份卷，核对后删除原文件
# BG-2026-0007 WX-2026-0015 2026-05-20 郑七: 故障 GZ-2026-001 中实际执行的命令整理入库
# 用法: emergency_arch_move.sh 最大序号            移动序号不大于它的日志
#       emergency_arch_move.sh --restore 目录      把目录中的日志复制回原卷
set -euo pipefail
ARCH=/u01/arch
TARGET=/backup/arch_$(date +%Y%m%d)

if [ "${1:-}" = "--restore" ]; then
  cp -np "${2:?缺少目录}"/*.arc "$ARCH"/
  echo "已复制回 $ARCH, 请在 rman 中执行 CATALOG START WITH '$ARCH'"
  exit 0
fi

MAX=${1:?缺少备库已应用的最大序号}
[[ "$MAX" =~ ^[0-9]+$ ]] || { echo "序号不是数字: $MAX"; exit 2; }
mkdir -p "$TARGET"
moved=0
for file in "$ARCH"/1_*.arc; do
  seq=$(basename "$file" | cut -d_ -f2)
  [ "$seq" -le "$MAX" ] || continue
  cp -p "$file" "$TARGET"/
  cmp -s "$file" "$TARGET/$(basename "$file")" || { echo "核对不一致, 停止: $file"; exit 1; }
  rm -- "$file"
  moved=$((moved + 1))
done
echo "已移动 $moved 个归档日志到 $TARGET"
df -h "$ARCH" | tail -1
