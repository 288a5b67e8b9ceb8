import type { DataFix } from '../../../docs-schema/generated/types.ts';
import { ALL, query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import { asPath } from '../../base/text.ts';
import { guardFaults, type SqlFault } from '../../code/sql/guard.ts';
import { placeOf } from '../../model/entry.ts';
import { globMatcher } from '../../model/paths/globs.ts';
import { config } from '../../model/config/projectConfig.ts';
import { decode } from '../../workspace/decode.ts';
import { fileContent } from '../../workspace/files.ts';
import type { Project } from '../project.ts';
import { projectRule, type Remark } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';
import { scriptPath } from '../scriptFiles.ts';
import { atSpan } from '../../model/place.ts';
import { sqlWords } from './sqlWords.ts';

const SJ = 'records/data-fix/2026/SJ-2026-001.md';
const SQL = 'db/datafix/SJ-2026-001.sql';
const form = (rest = '') => `---\nstatus: analyzed\nscript: { path: ${SQL} }\n${rest}---\n# 证照重号\n`;
const CHECK = 'SELECT COUNT(*) FROM t_apply WHERE status = 1;\nCOMMIT;\n';

export const sqlGuard = projectRule({
  id: 'data-fix/sql-guard',
  says: {
    zh: '数据处理脚本只改该改的行：UPDATE、DELETE 带条件，不改表结构，有提交，有行数核对。',
    en: 'A data fix script changes only the intended rows: it has conditions, no definitions, a commit and a row count.',
  },
  why: {
    zh: '少一个 WHERE，一条语句就会改掉整张表；清空表和改表结构不能回滚，不属于数据处理。',
    en: 'Without a WHERE one statement changes the whole table; TRUNCATE and definitions cannot be rolled back and are not corrections.',
  },
  basis: 'practice',
  severity: 'error',
  examples: [
    {
      bad: { [SJ]: form(), [SQL]: `-- 说明\n«UPDATE t_apply SET status = 1»;\n${CHECK}` },
      message: 'SJ-2026-001 的脚本：UPDATE t_apply 没有 WHERE 条件，会改动整张表；请写明要处理的行。',
    },
    {
      bad: { [SJ]: form(), [SQL]: `«DELETE FROM t_apply WHERE 1=1»;\n${CHECK}` },
      message: 'SJ-2026-001 的脚本：DELETE t_apply 的条件恒为真，等于没有条件；请写明要处理的行。',
    },
    {
      bad: { [SJ]: form(), [SQL]: '«TRUNCATE TABLE t_apply»;\n' },
      message: 'SJ-2026-001 的脚本：TRUNCATE t_apply 清空整张表且不能回滚；请改用带条件的 DELETE。',
    },
    {
      bad: { [SJ]: form(), [SQL]: '«ALTER TABLE t_apply ADD remark2 VARCHAR2(20)»;\n' },
      message: 'SJ-2026-001 的脚本：ALTER t_apply 改动数据库结构，不属于数据处理；请另行报批数据库变更。',
    },
    {
      bad: { [SJ]: form(), [SQL]: '«UPDATE t_apply SET status = 1 WHERE id = 7»;\nSELECT COUNT(*) FROM t_apply;\n' },
      message: 'SJ-2026-001 的脚本改动数据后没有 COMMIT；请写明提交，未提交的改动不算完成。',
    },
    {
      bad: { [SJ]: form(), [SQL]: '«UPDATE t_apply SET status = 1 WHERE id = 7»;\nCOMMIT;\n' },
      message:
        'SJ-2026-001 的脚本改动数据后没有核对行数；请加 SELECT COUNT(*) 或 ROWCOUNT 检查，或另附核验脚本（verify_script）。',
    },
    {
      bad: {
        [SJ]: form('rollback_script: db/datafix/SJ-2026-001.rollback.sql\n'),
        [SQL]: CHECK,
        'db/datafix/SJ-2026-001.rollback.sql': '«UPDATE t_apply SET status = 0»;\n',
      },
      message: 'SJ-2026-001 的脚本：UPDATE t_apply 没有 WHERE 条件，会改动整张表；请写明要处理的行。',
    },
    {
      good: {
        [SJ]: form(),
        [SQL]: `/* DELETE FROM t_apply; */\nUPDATE t_apply SET status = 1, remark = 'DROP TABLE' WHERE id IN (7, 8);\n${CHECK}`,
      },
    },
    {
      good: {
        [SJ]: form('backup: { object: "t_apply_0119, 6 行" }\n'),
        [SQL]:
          'CREATE TABLE bak_t_apply AS SELECT * FROM t_apply;\nCREATE TABLE t_apply_0119 AS SELECT * FROM t_apply;\n',
      },
    },
    {
      good: {
        [SJ]: form('verify_script: db/datafix/SJ-2026-001.verify.sql\n'),
        [SQL]: 'UPDATE t_apply SET status = 1 WHERE id = 7;\nCOMMIT;\n',
        'db/datafix/SJ-2026-001.verify.sql': 'SELECT COUNT(*) FROM t_apply;\n',
      },
    },
    { good: { [SJ]: form().replace('analyzed', 'rejected'), [SQL]: 'DELETE FROM t_apply;\n' } },
  ],

  *check(project) {
    for (const fix of project.entries<DataFix>('data-fix'))
      if (!fix.broken && fix.status !== 'rejected') yield* faultsOf(fix, project);
  },
});

function* faultsOf(fix: EntryOf<DataFix>, project: Project): Iterable<Remark> {
  const { script, rollback_script: rollback, precheck_script: precheck, verify_script: verify, backup } = fix.data;
  const backups = backup?.object ?? '';
  const isVerified = verify !== undefined && project.exists(scriptPath(verify));
  for (const [path, isMain] of [
    [script?.path, true],
    [rollback, false],
    [precheck, false],
  ] as const) {
    if (path === undefined) continue;
    for (const fault of project.get(faultsInScript, JSON.stringify([scriptPath(path), backups, isMain]))) {
      if (fault.sort === 'no-count' && isVerified) continue;
      const related = [
        {
          at: placeOf(fix, isMain ? '/script/path' : ''),
          say: { zh: `${fix.id} 引用此脚本`, en: `${fix.id} names this script` },
        },
      ];
      yield { at: atSpan(scriptPath(path), fault.span), id: fix.id, say: sqlWords[fault.sort](fix.id, fault), related };
    }
  }
}

/** The dialect that `code:` of docket.yml gives for the script; the first matching group applies. */
const dialectAt = query<string | undefined>(
  'dialectAt',
  (path, get) => get(config, ALL).code.find(({ include, exclude }) => globMatcher(include, { exclude })(path))?.dialect,
);

/** The faults of a script. Kept per text, so a change of a form does not parse the script again. */
const faultsInScript = query<readonly SqlFault[]>(
  'faultsInScript',
  (key, get) => {
    const [path, backups, complete] = JSON.parse(key) as [string, string, boolean];
    return guardFaults(decode(get(fileContent, asPath(path))).text, {
      dialect: get(dialectAt, path),
      backups,
      complete,
    });
  },
  sameData,
);
