#!/bin/bash
# 档案同步：每日 19:30 由 app01 的 cron 执行，把当日办结的办件写入 t_archive
set -euo pipefail
LOG=/var/log/zzgl/archive_sync.log
LOCK=/var/run/zzgl/archive_sync.lock

exec 9>"$LOCK"
flock -n 9 || { echo "$(date '+%F %T') 上一次同步尚未结束" >> "$LOG"; exit 1; }
curl --fail --silent --show-error --max-time 3600 -X POST http://127.0.0.1:8080/zzgl/archive/sync >> "$LOG" 2>&1
echo "$(date '+%F %T') 同步完成" >> "$LOG"
