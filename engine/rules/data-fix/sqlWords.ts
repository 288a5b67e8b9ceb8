/** What the guard of data fix scripts says of each fault. */
import type { Words } from '../../base/words.ts';
import type { SqlFault } from '../../code/sql/guard.ts';

export const sqlWords: Readonly<Record<SqlFault['sort'], (id: string, fault: SqlFault) => Words>> = {
  'no-where': (id, { verb, object }) => ({
    zh: `${id} 的脚本：${verb} ${object} 没有 WHERE 条件，会改动整张表；请写明要处理的行。`,
    en: `Script of ${id}: ${verb} ${object} has no WHERE and changes the whole table: say which rows are meant.`,
  }),
  'always-true': (id, { verb, object }) => ({
    zh: `${id} 的脚本：${verb} ${object} 的条件恒为真，等于没有条件；请写明要处理的行。`,
    en: `Script of ${id}: the condition of ${verb} ${object} always holds: say which rows are meant.`,
  }),
  truncate: (id, { object }) => ({
    zh: `${id} 的脚本：TRUNCATE ${object} 清空整张表且不能回滚；请改用带条件的 DELETE。`,
    en: `Script of ${id}: TRUNCATE empties ${object} for good: use DELETE with a condition.`,
  }),
  definition: (id, { verb, object }) => ({
    zh: `${id} 的脚本：${verb} ${object} 改动数据库结构，不属于数据处理；请另行报批数据库变更。`,
    en: `Script of ${id}: ${verb} ${object} changes the database itself, which is no data fix: file a change for it.`,
  }),
  'no-commit': id => ({
    zh: `${id} 的脚本改动数据后没有 COMMIT；请写明提交，未提交的改动不算完成。`,
    en: `The script of ${id} changes data and never commits: a change without COMMIT is not done.`,
  }),
  'no-count': id => ({
    zh: `${id} 的脚本改动数据后没有核对行数；请加 SELECT COUNT(*) 或 ROWCOUNT 检查，或另附核验脚本（verify_script）。`,
    en: `The script of ${id} never counts what it changed: add SELECT COUNT(*) or a ROWCOUNT check, or a verify_script.`,
  }),
};
