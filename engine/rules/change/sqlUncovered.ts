import { globMatcher } from '../../model/paths/globs.ts';
import { ALL, query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import { type Path, stemOf } from '../../base/text.ts';
import { config } from '../../model/config/projectConfig.ts';
import { idsIn } from '../../model/read/references.ts';
import { filePaths } from '../../workspace/files.ts';
import type { Project } from '../project.ts';
import { projectRule } from '../rule.ts';
import { isSqlFile, listedScripts } from '../scriptFiles.ts';
import { atSpan } from '../../model/place.ts';

const CODE = 'code:\n  - { kind: script, include: [db/**/*.sql], exclude: [db/baseline/**] }\n';
const SQL = 'db/migration/V20260122_01__uk_cert_no.sql';
const BG = 'records/change-approval/2026/BG-2026-0002.md';

export const sqlUncovered = projectRule({
  id: 'change/sql-uncovered',
  says: {
    zh: '每个数据库脚本都列在变更审批单或异常数据处理单中。',
    en: 'Every database script is listed in a change approval or a data fix form.',
  },
  why: {
    zh: '合同要求数据库执行脚本须报告；没有列入任何单据的脚本，就是没有报告过的脚本。',
    en: 'Database scripts must be reported; a script that no form lists was not reported.',
  },
  clauses: ['C4.5-04'],
  severity: 'error',
  examples: [
    {
      bad: { 'docket.yml': CODE, [SQL]: '«CREATE» UNIQUE INDEX uk_cert_no ON t_certificate (cert_no);\n' },
      message: `${SQL} 没有列入任何变更审批单或异常数据处理单；请在单据的脚本清单中登记。`,
    },
    {
      good: {
        'docket.yml': CODE,
        [SQL]: 'COMMIT;\n',
        [BG]: `---\nstatus: draft\nscripts: [{ path: ${SQL} }]\n---\n# 唯一索引\n`,
      },
    },
    {
      good: {
        'docket.yml': CODE,
        'db/datafix/SJ-2026-001.rollback.sql': 'COMMIT;\n',
        'records/data-fix/2026/SJ-2026-001.md':
          '---\nstatus: requested\nrollback_script: db/datafix/SJ-2026-001.rollback.sql\n---\n# 重号\n',
      },
    },
    {
      good: {
        'docket.yml': CODE,
        'db/datafix/SJ-2026-001.sql': 'COMMIT;\n',
        'records/data-fix/2026/SJ-2026-001.md': '---\nstatus: requested\n---\n# 重号\n',
      },
    },
    {
      bad: {
        'docket.yml': CODE,
        'db/datafix/SJ-2026-001.extra.sql': '«COMMIT;»\n',
        'records/data-fix/2026/SJ-2026-001.md': '---\nstatus: approved\n---\n# 重号\n',
      },
      message: 'db/datafix/SJ-2026-001.extra.sql 没有列入任何变更审批单或异常数据处理单；请在单据的脚本清单中登记。',
    },
    { good: { 'docket.yml': CODE, 'db/baseline/V1.sql': 'COMMIT;\n' } },
    { good: { [SQL]: 'COMMIT;\n' } },
  ],

  *check(project) {
    for (const path of project.get(scriptPaths, ALL)) {
      if (project.get(listedScripts, path).length > 0 || isBeingPrepared(path, project)) continue;
      yield {
        at: atSpan(path, firstWord(project.text(path) ?? '')),
        say: {
          zh: `${path} 没有列入任何变更审批单或异常数据处理单；请在单据的脚本清单中登记。`,
          en: `${path} is not listed in any change approval or data fix form: add it to the scripts of one.`,
        },
      };
    }
  },
});

/**
 * Whether the file has the name of a form that is not approved yet: `SJ-2026-001.sql` is written before the form lists
 * it.
 */
function isBeingPrepared(path: Path, project: Project): boolean {
  return idsIn(stemOf(path)).some(id => {
    const form = project.entry(id);
    return (
      form !== undefined &&
      project.kind(form.kind)?.approves === true &&
      !project.reached(form, 'approved') &&
      form.status !== 'rejected' &&
      form.status !== 'cancelled'
    );
  });
}

/** Files whose first matching group of `code:` in docket.yml has the kind `script`; key ALL. */
const scriptPaths = query<readonly Path[]>(
  'scriptPaths',
  (_all, get) => {
    const groups = get(config, ALL).code.map(({ kind, include, exclude }) => ({
      kind,
      matches: globMatcher(include, { exclude }),
    }));
    if (!groups.some(({ kind }) => kind === 'script')) return [];
    return get(filePaths, ALL).filter(
      path => groups.find(({ matches }) => matches(path))?.kind === 'script' && isSqlFile(path),
    );
  },
  sameData,
);

function firstWord(text: string) {
  const start = Math.max(0, text.search(/\S/));
  return { start, end: start + (/^\S*/.exec(text.slice(start))?.[0].length ?? 0) };
}
