import type { Report } from '../../../docs-schema/generated/types.ts';
import { dateOf } from '../../measure/time/instant.ts';
import { offsetOf } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';
import { reportsDue } from './reportsDue.ts';

const CONFIG =
  'project: { period: { from: 2026-04-01, to: 2026-09-30 } }\nduties: { report: { monthly: { due: 5 workdays, source: bid } } }\n';
const YB = 'reports/YB-2026-04.md';
const report = (at: string) => `---\ntype: report\nstatus: submitted\nsubmitted_at: ${at}\n---\n# 月报\n`;

export const submittedLate = crossRule<Report>({
  id: 'report/submitted-late',
  says: { zh: '维护报告在约定日期前提交。', en: 'Reports are handed in by their agreed day.' },
  why: {
    zh: '提交时间是投标承诺，迟交计入服务报告交付及时率并在考核中扣分。',
    en: 'The agreed day is a promise; a delay counts in the figures and costs points in the assessment.',
  },
  clauses: ['C4.1-06'],
  severity: 'warning',
  kinds: ['report'],
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [YB]: report('"«2026-05-12T09:00:00+08:00»"') },
      message: 'YB-2026-04 于 2026-05-12 提交，应在 2026-05-11 前提交。',
    },
    { good: { 'docket.yml': CONFIG, [YB]: report('"2026-05-11T17:20:00+08:00"') } },
    { good: { 'docket.yml': CONFIG.replace('bid', 'default'), [YB]: report('"2026-05-12T09:00:00+08:00"') } },
    { good: { [YB]: report('"2026-05-12T09:00:00+08:00"') } },
  ],

  *check(entry, project) {
    const handed = dateOf(entry.data.submitted_at, offsetOf(project.config));
    if (entry.broken || handed === undefined) return;
    const due = reportsDue(project).find(({ id }) => id === entry.id)?.due;
    if (due === undefined || handed <= due) return;
    yield {
      at: placeOf(entry, '/submitted_at'),
      id: entry.id,
      say: {
        zh: `${entry.id} 于 ${handed} 提交，应在 ${due} 前提交。`,
        en: `${entry.id} was handed in on ${handed}; it was due on ${due}.`,
      },
    };
  },
});
