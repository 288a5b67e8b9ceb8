import type { ServiceOrder } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import { nthWorkdayAfter } from '../../measure/time/calendar.ts';
import { dateOf, localDate } from '../../measure/time/instant.ts';
import { periodOf } from '../../measure/time/period.ts';
import { judgedAt, offsetOf, terms, workCalendar } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { linkedIds } from '../linked.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';

const CONFIG = 'duties: { signoff: { due: 5 workdays, source: bid } }\n';
const orderOf = (more = '') => `---\nstatus: done\ndone_at: "2026-04-09T16:30:00+08:00"\n${more}---\n# 预警功能培训\n`;
const batch = (status: string) =>
  `---\nstatus: ${status}\n---\n# 签字确认单\n\n## 工单清单\n\n| 工单编号 |\n|---|\n| FW-2026-0007 |\n`;

export const signoffMissing = crossRule<ServiceOrder>({
  id: 'service-order/signoff-missing',
  says: {
    zh: '完成的服务工单按月列入签字确认单并由用户签字。',
    en: 'Finished service orders are in the signed sheet of their month.',
  },
  why: {
    zh: '合同要求服务工单定期向用户签字确认；没有签字的工单不能作为履约证据。',
    en: 'The contract requires the user to sign service orders at regular intervals; unsigned ones prove nothing.',
  },
  clauses: ['C3.1.7-01', 'C3.2-21'],
  severity: 'error',
  kinds: ['service-order'],
  examples: [
    {
      bad: {
        'docket.yml': CONFIG,
        'records/service-order/2026/FW-2026-0007.md': orderOf().replace(
          '"2026-04-09T16:30:00+08:00"',
          '"«2026-04-09T16:30:00+08:00»"',
        ),
      },
      asOf: '2026-05-13',
      message:
        'FW-2026-0007 于 2026-04-09 完成，应在 2026-05-11 前由用户签字，至今未列入签字确认单；请列入 QZ-2026-04 并签字。',
    },
    {
      bad: {
        'docket.yml': CONFIG,
        'records/service-order/2026/FW-2026-0007.md': orderOf().replace(
          '"2026-04-09T16:30:00+08:00"',
          '"«2026-04-09T16:30:00+08:00»"',
        ),
        'records/signoff-batch/2026/QZ-2026-04.md': batch('printed'),
      },
      message: 'FW-2026-0007 于 2026-04-09 完成，应在 2026-05-11 前由用户签字，而签字确认单 QZ-2026-04 尚未签字。',
    },
    {
      good: {
        'docket.yml': CONFIG,
        'records/service-order/2026/FW-2026-0007.md': orderOf(),
        'records/signoff-batch/2026/QZ-2026-04.md': batch('archived'),
      },
    },
    { good: { 'docket.yml': CONFIG, 'records/service-order/2026/FW-2026-0007.md': orderOf() }, asOf: '2026-05-11' },
    { good: { 'records/service-order/2026/FW-2026-0007.md': orderOf() } },
  ],

  *check(order, project) {
    const { id, data, broken } = order;
    const done = dateOf(data.done_at, offsetOf(project.config));
    if (broken || done === undefined || !project.reached(order, 'done')) return;
    const due = signDue(done, project);
    if (due === undefined || due >= localDate(project.get(judgedAt, ALL), offsetOf(project.config))) return;
    const sheets = [...linkedIds(project, id, 'signoff_batch', 'signoff-batch')]
      .map(sheet => project.entry(sheet))
      .filter(sheet => sheet !== undefined);
    if (sheets.some(sheet => project.reached(sheet, 'signed'))) return;
    const sheet = sheets[0]?.id;
    const month = periodOf('month', done).key;
    yield {
      at: placeOf(order, '/done_at'),
      id,
      say: {
        zh: `${id} 于 ${done} 完成，应在 ${due} 前由用户签字，${sheet ? `而签字确认单 ${sheet} 尚未签字` : `至今未列入签字确认单；请列入 QZ-${month} 并签字`}。`,
        en: `${id} was done on ${done} and due to be signed by ${due}, ${sheet ? `but ${sheet} is not signed` : `but is in no sheet: put it into QZ-${month} and have it signed`}.`,
      },
    };
  },
});

/**
 * The day by which the sheet of a month must be signed. The project sets the term; without an agreed term nothing is
 * late.
 */
function signDue(done: string, project: Project): string | undefined {
  if (!project.config.duties.signoff) return undefined;
  return nthWorkdayAfter(
    project.get(workCalendar, ALL),
    periodOf('month', done),
    project.get(terms, ALL).signoff_workdays,
  );
}
