/** Messages of data-fix/sql-guard for each kind of fault in a script. */
import type { Words } from '../../base/words.ts';
import type { SqlFault } from '../../code/sql/guard.ts';

export const sqlWords: Readonly<Record<SqlFault['sort'], (id: string, fault: SqlFault) => Words>> = {
  'no-where': (id, { verb, object }) => ({
    zh: `${id} 的脚本：${verb} ${object} 没有 WHERE 条件，会改动整张表；请写明要处理的行。`,
    en: `Script of ${id}: ${verb} ${object} has no WHERE and changes the whole table: add a condition that selects the intended rows.`,
  }),
  'always-true': (id, { verb, object }) => ({
    zh: `${id} 的脚本：${verb} ${object} 的条件恒为真，等于没有条件；请写明要处理的行。`,
    en: `Script of ${id}: the condition of ${verb} ${object} is always true: write one that selects the intended rows.`,
  }),
  truncate: (id, { object }) => ({
    zh: `${id} 的脚本：TRUNCATE ${object} 清空整张表且不能回滚；请改用带条件的 DELETE。`,
    en: `Script of ${id}: TRUNCATE empties ${object} and cannot be undone: use DELETE with a condition.`,
  }),
  definition: (id, { verb, object }) => ({
    zh: `${id} 的脚本：${verb} ${object} 改动数据库结构，不属于数据处理；请另行报批数据库变更。`,
    en: `Script of ${id}: ${verb} ${object} changes the structure of the database, which is not a data fix: submit a change approval for it.`,
  }),
  'no-commit': id => ({
    zh: `${id} 的脚本改动数据后没有 COMMIT；请写明提交，未提交的改动不算完成。`,
    en: `The script of ${id} changes data and never commits: add COMMIT, or the change does not take effect.`,
  }),
  'no-count': id => ({
    zh: `${id} 的脚本改动数据后没有核对行数；请加 SELECT COUNT(*) 或 ROWCOUNT 检查，或另附核验脚本（verify_script）。`,
    en: `The script of ${id} never counts what it changed: add SELECT COUNT(*) or a ROWCOUNT check, or a verify_script.`,
  }),
};
