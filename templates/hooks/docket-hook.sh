#!/bin/sh
# What the git hooks beside this file call; written by `docket hook install`, removed by `docket hook uninstall`.
# It finds Node and docket and passes on what docket says. Only exit 1 refuses a commit: a check that cannot run says so and lets
# the commit go on, for the server checks every commit again.

# A commit that git makes again in a rebase, merge, cherry-pick or revert is nobody's new work.
for mark in rebase-merge rebase-apply MERGE_HEAD CHERRY_PICK_HEAD REVERT_HEAD; do
  [ -e "${GIT_DIR:-.git}/$mark" ] && exit 0
done

# A graphical client starts git with hardly a PATH.
for node in "$(git config docket.node)" "$(command -v node)" \
  "$HOME"/.volta/bin/node "$HOME"/.nvm/versions/node/v2[2-9].*/bin/node "$HOME"/.nvm/versions/node/v[3-9][0-9].*/bin/node \
  "$HOME"/.local/share/fnm/aliases/default/bin/node "$HOME/Library/Application Support/fnm/aliases/default/bin/node" \
  "$HOME"/.asdf/shims/node "$HOME"/.local/share/mise/shims/node \
  /opt/homebrew/bin/node /usr/local/bin/node "/c/Program Files/nodejs/node.exe"; do
  [ -x "$node" ] && break
done
PATH="${node%/*}:$PATH"
export PATH

if [ -x node_modules/.bin/docket ]; then
  set -- node_modules/.bin/docket hook run "$@"
elif command -v docket >/dev/null 2>&1; then
  set -- docket hook run "$@"
else
  set -- node "$(git config docket.program)" hook run "$@"
fi

if [ ! -x "$node" ]; then
  echo 'docket: 找不到 Node.js，这次提交没有检查；请安装 Node.js 22 后运行 docket hook install / Node.js is missing, nothing was checked: install it, then run docket hook install' >&2
elif [ "$1" = node ] && [ ! -f "$2" ]; then
  echo 'docket: 找不到 docket，这次提交没有检查；请安装后运行 docket hook install / docket is missing, nothing was checked: install it, then run docket hook install' >&2
else
  "$@"
  case $? in
    0) ;;
    1) exit 1 ;;
    *) echo 'docket: 检查没有完成，提交照常进行 / the check did not finish, the commit goes on' >&2 ;;
  esac
fi
exit 0
