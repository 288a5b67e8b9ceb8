import type { ChangeApproval } from '../../../docs-schema/generated/types.ts';
import { namesIn } from '../../measure/facts/facts.ts';
import { placeOf } from '../../model/entry.ts';
import { sameVersion } from '../../trace/versions.ts';
import { linkedIds } from '../linked.ts';
import type { Project } from '../project.ts';
import { crossRule, type Fix } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';
import { atValue } from '../../model/place.ts';
import { dayInProduction, documentsDue, type Impacted, impactedDocuments, today } from './impacted.ts';

const BG = 'records/change-approval/2026/BG-2026-0010.md';
const SUM = 'docs/ZZGL-SUM.md';
const change = (version = '"V1.4"', rest = 'implemented_at: "2026-07-15T20:00:00+08:00"\n') =>
  `---\nstatus: implemented\n${rest}doc_impact:\n  - kind: user-manual\n    result: updated\n    ref: ZZGL-SUM\n    version: ${version}\n---\n# 批量打印\n`;
const manual = (refs: string) =>
  `---\ntype: user-manual\nid: ZZGL-SUM\nstatus: approved\nversion: "V1.4"\nrevisions:\n  - { version: "V1.4", date: 2026-07-14, summary: 批量打印${refs} }\n---\n# 操作手册\n`;

export const docUpdated = crossRule<ChangeApproval>({
  id: 'trace/doc-updated',
  says: {
    zh: '变更说已更新的文档，确有所写的版本，且该版本的修订记录写有变更单号。',
    en: 'A document that a change says is updated has that version, and the revision of that version names the change.',
  },
  why: {
    zh: '文档影响表只是承诺；上线满规定工作日后（默认 5 个）还查不到对应的修订记录，就是没有更新。',
    en: 'The table is a promise; within some workdays after production (five unless agreed otherwise) the document itself must show the update.',
  },
  clauses: ['C4.5-07', 'C3.2-19'],
  severity: 'error',
  kinds: ['change-approval'],
  examples: [
    {
      bad: { [BG]: change('"«V1.5»"'), [SUM]: manual(', refs: [BG-2026-0010]') },
      message: 'BG-2026-0010 写 ZZGL-SUM 更新到 V1.5，但该文档没有这个版本；请更新文档，或改正版本。',
    },
    {
      bad: { [BG]: change('"«V1.4»"'), [SUM]: manual('') },
      message: 'ZZGL-SUM V1.4 的修订记录没有写 BG-2026-0010；请在该版本的关联单号中补上。',
    },
    { good: { [BG]: change(), [SUM]: manual(', refs: [QR-2026-002, BG-2026-0010]') } },
    // The five workdays after production are not over, or the change is not in production yet.
    { good: { [BG]: change('"V1.5"'), [SUM]: manual('') }, asOf: '2026-07-22' },
    { good: { [BG]: change('"V1.5"', '').replace('implemented', 'approved'), [SUM]: manual('') } },
    {
      good: {
        [BG]: change()
          .replace('kind: user-manual', 'kind: test-report')
          .replace('ZZGL-SUM', 'CS-2026-004')
          .replace('"V1.4"', '"V1.0"'),
        'docs/test/CS-2026-004.md':
          '---\nstatus: approved\nversion: "V1.0"\nlinks:\n  change: [BG-2026-0010]\n---\n# 测试报告\n',
      },
    },
  ],

  *check(change, project) {
    const { id, broken } = change;
    const day = broken ? undefined : dayInProduction(change, project);
    if (day === undefined || today(project) <= documentsDue(day, project)) return;
    for (const impacted of impactedDocuments(change, project)) {
      const { n, document, version, revision } = impacted;
      const at = placeOf(change, `/doc_impact/${n}/version`);
      if (!hasVersion(impacted)) {
        const zh = `${id} 写 ${document.id} 更新到 ${version}，但该文档没有这个版本；请更新文档，或改正版本。`;
        const en = `${id} says ${document.id} was updated to ${version}, but it does not have that version: update the document or correct the version.`;
        yield {
          at,
          id,
          say: { zh, en },
          related: [
            { at: atValue(document.path, '/version'), say: { zh: '文档的版本', en: 'Version of the document' } },
          ],
        };
      } else if (!isNamed(change, impacted, project)) {
        const zh = `${document.id} ${version} 的修订记录没有写 ${id}；请在该版本的关联单号中补上。`;
        const en = `Add ${id} to the references of ${document.id} ${version}: the revision of that version does not name it.`;
        const related = [
          {
            at: atValue(document.path, revision ? `/revisions/${revision.n}` : '/version'),
            say: { zh: '该版本的修订记录', en: 'The revision of that version' },
          },
        ];
        yield { at, id, say: { zh, en }, related, fixes: revision ? [nameIn(impacted, id)] : [] };
      }
    }
  },
});

/** Whether a document has a version: in its revisions, or as its own version when it keeps no revisions. */
function hasVersion({ document: { data }, version, revision }: Impacted): boolean {
  return version === '' || revision !== undefined || sameVersion(data.version ?? data.version_to ?? version, version);
}

/**
 * Whether the version names the change: in its revision, if the document keeps revisions; for a test report also by a
 * link in either direction.
 */
function isNamed(
  { id, data: { formerly } }: EntryOf<ChangeApproval>,
  { document, revision }: Impacted,
  project: Project,
): boolean {
  if ([id, ...namesIn(formerly)].some(name => namesIn(revision?.refs).includes(name))) return true;
  return project.kind(document.kind)?.versions === 'own'
    ? linkedIds(project, id, 'tests', document.kind).has(document.id)
    : revision === undefined;
}

function nameIn({ document, revision }: Impacted, change: string): Fix {
  const value = [...namesIn(revision?.refs), change];
  const title = {
    zh: `在 ${document.id} ${revision?.version} 的关联单号中加上 ${change}`,
    en: `Add ${change} to the references of ${document.id} ${revision?.version}`,
  };
  return { title, safe: false, edits: [{ do: 'set', at: placeOf(document, `/revisions/${revision?.n}/refs`), value }] };
}
