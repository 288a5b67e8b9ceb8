#!/bin/bash
# 归档日志清理：每日 03:30 由 db01 的 cron 执行，删除已备份且超过 2 天的归档日志
# BG-2026-0009 WX-2026-0015 2026-05-22 冯九: 由 ORACLE_HOME 查找 rman, 失败时退出码非零并写告警文件
set -uo pipefail
ARCH=/u01/arch
LOG=/var/log/zzgl/archive_clean.log
ALARM=/var/log/zzgl/archive_clean.alarm

fail() {
  echo "$(date '+%F %T') $1" | tee -a "$LOG" > "$ALARM"
  exit 1
}

. /etc/zzgl/oracle.env
RMAN="${ORACLE_HOME:-}/bin/rman"
[ -x "$RMAN" ] || fail "找不到 rman: $RMAN"

"$RMAN" target / <<'EOF' >> "$LOG" 2>&1 || fail "rman 执行失败, 见 $LOG"
DELETE NOPROMPT ARCHIVELOG ALL BACKED UP 1 TIMES TO DISK COMPLETED BEFORE 'SYSDATE-2';
EOF

rm -f "$ALARM"
echo "$(date '+%F %T') 清理完成, 剩余 $(df -h --output=avail "$ARCH" | tail -1 | tr -d ' ')" >> "$LOG"
