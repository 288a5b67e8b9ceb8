import type { ChangeApproval } from '../../../docs-schema/generated/types.ts';
import { dateOf } from '../../measure/time/instant.ts';
import { offsetOf } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';
import { dayInProduction, documentsDue, impactedDocuments } from './impacted.ts';
import { atValue } from '../../model/place.ts';

const BG = 'records/change-approval/2026/BG-2026-0010.md';
const SUM = 'docs/ZZGL-SUM.md';
const AGREED = { 'docket.yml': 'owes: { documents: 5 workdays }\n' };
const change = (status = 'closed') =>
  `---\nstatus: ${status}\nimplemented_at: "2026-07-15T20:00:00+08:00"\ndoc_impact:\n  - { kind: user-manual, result: updated, ref: ZZGL-SUM, version: "V1.4" }\n---\n# 批量打印\n`;
const manual = (date: string) =>
  `---\ntype: user-manual\nid: ZZGL-SUM\nstatus: approved\nversion: "V1.4"\nrevisions:\n  - version: "V1.4"\n    date: ${date}\n    refs: [BG-2026-0010]\n---\n# 操作手册\n`;

export const docUpdateLate = crossRule<ChangeApproval>({
  id: 'trace/doc-update-late',
  says: {
    zh: '变更上线后，文档在约定的工作日内更新。',
    en: 'Documents are updated within the agreed number of workdays after a change is in production.',
  },
  why: {
    zh: '合同要求“及时”调整文档；约定的期限写在 docket.yml 的 owes.documents，没有约定就不判定迟早。',
    en: 'The contract says “in time”; owes.documents of docket.yml sets the number of days, and without an agreed term nothing is late.',
  },
  clauses: ['C4.5-07', 'C5.1-01'],
  severity: 'warning',
  kinds: ['change-approval'],
  examples: [
    {
      bad: { ...AGREED, [BG]: change().replace('V1.4', '«V1.4»'), [SUM]: manual('2026-07-23') },
      message:
        'BG-2026-0010 于 2026-07-15 上线，ZZGL-SUM V1.4 到 2026-07-23 才更新，期限是 2026-07-22；请说明原因，并及时更新文档。',
    },
    { good: { ...AGREED, [BG]: change(), [SUM]: manual('2026-07-22') } },
    { good: { ...AGREED, [BG]: change(), [SUM]: manual('2026-07-14') } },
    { good: { [BG]: change(), [SUM]: manual('2026-07-23') } },
    { good: { ...AGREED, [BG]: change('rolled_back'), [SUM]: manual('2026-07-23') } },
  ],

  *check(change, project) {
    const { id, broken } = change;
    const day = broken || project.config.owes.documents === undefined ? undefined : dayInProduction(change, project);
    if (day === undefined) return;
    const due = documentsDue(day, project);
    for (const { n, document, version, revision } of impactedDocuments(change, project)) {
      const updated = dateOf(revision?.date, offsetOf(project.config));
      if (revision === undefined || updated === undefined || updated <= due) continue;
      yield {
        at: placeOf(change, `/doc_impact/${n}/version`),
        id,
        say: {
          zh: `${id} 于 ${day} 上线，${document.id} ${version} 到 ${updated} 才更新，期限是 ${due}；请说明原因，并及时更新文档。`,
          en: `${id} reached production on ${day}, ${document.id} ${version} followed on ${updated}; it was due on ${due}. Explain the delay, and update documents in time.`,
        },
        related: [
          {
            at: atValue(document.path, `/revisions/${revision.n}/date`),
            say: { zh: '该版本的修订日期', en: 'The date of that version' },
          },
        ],
      };
    }
  },
});
