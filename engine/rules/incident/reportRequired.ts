import type { Ticket } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import { parseInstant } from '../../measure/time/instant.ts';
import { incidentReportDue, needsReport } from '../../measure/kpi/incidents.ts';
import { judgedAt, measureTerms } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { linkedIds } from '../linked.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';
import { tableBinds } from '../serviceLevels.ts';

const CONFIG = 'sla: { source: bid, levels: { P1: { resolve: 4h, report: 24h } } }\n';
const RECOVERED = 'recovered_at: "2026-05-20T10:31:00+08:00"\n';
const [WX, GZ] = ['records/ticket/2026/WX-2026-0015.md', 'records/incident-report/2026/GZ-2026-001.md'];

export const reportRequired = crossRule<Ticket>({
  id: 'incident/report-required',
  says: {
    zh: '一级故障和按应急处理的问题有故障报告。',
    en: 'Every P1 ticket and every emergency has an incident report.',
  },
  why: {
    zh: '合同要求应急故障处理后提供故障报告；报告是原因、措施和责任的唯一正式记录。',
    en: 'The contract requires a report after an emergency: it is the only formal record of cause, measures and responsibility.',
  },
  clauses: ['C3.1.2-09'],
  severity: 'error',
  kinds: ['ticket'],
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [WX]: `---\nstatus: resolved\nseverity: «P1»\n${RECOVERED}---\n# 全省无法登录\n` },
      asOf: '2026-05-21T10:45:00+08:00',
      message: 'WX-2026-0015 是 P1 级故障，没有故障报告；请编写故障报告，“处理单”填 WX-2026-0015。',
    },
    {
      bad: { [WX]: '---\nstatus: closed\nseverity: «P2»\nemergency: true\n---\n# 部分用户无法访问\n' },
      message: 'WX-2026-0015 按应急处理，没有故障报告；请编写故障报告，“处理单”填 WX-2026-0015。',
    },
    {
      good: { 'docket.yml': CONFIG, [WX]: `---\nstatus: resolved\nseverity: P1\n${RECOVERED}---\n# 全省无法登录\n` },
      asOf: '2026-05-21T10:31:00+08:00',
    },
    {
      good: {
        'docket.yml': CONFIG,
        [WX]: `---\nstatus: closed\nseverity: P1\n${RECOVERED}---\n# 全省无法登录\n`,
        [GZ]: '---\nstatus: draft\nticket: WX-2026-0015\n---\n# 归档卷写满\n',
      },
    },
    { good: { [WX]: '---\nstatus: closed\nseverity: P2\n---\n# 门户偶发502\n' } },
    { good: { [WX]: '---\nstatus: void\nseverity: P1\n---\n# 误报\n' } },
  ],

  *check(ticket, project) {
    const { id, data, status, broken } = ticket;
    if (broken || !needsReport({ ...data, id, status }) || !isDue(ticket, project)) return;
    if (linkedIds(project, id, 'incident', 'incident-report').size > 0) return;
    const reason =
      data.severity === 'P1' ? { zh: '是 P1 级故障', en: 'is P1' } : { zh: '按应急处理', en: 'was an emergency' };
    yield {
      at: placeOf(ticket, '/severity'),
      id,
      say: {
        zh: `${id} ${reason.zh}，没有故障报告；请编写故障报告，“处理单”填 ${id}。`,
        en: `${id} ${reason.en} and has no incident report: write one whose ticket is ${id}.`,
      },
    };
  },
});

/** Whether the report is due: the agreed term is over, or without an agreed term the ticket is closed. */
function isDue(ticket: EntryOf<Ticket>, project: Project): boolean {
  const { severity, recovered_at, resolved_at } = ticket.data;
  const recovered = parseInstant(recovered_at ?? resolved_at);
  const due =
    recovered === undefined || !tableBinds(project)
      ? undefined
      : incidentReportDue(severity, recovered, project.get(measureTerms, ALL));
  return due === undefined ? project.reached(ticket, 'closed') : due < project.get(judgedAt, ALL);
}
