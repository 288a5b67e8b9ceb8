import type { IncidentReport, Ticket } from '../../../docs-schema/generated/types.ts';
import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';
import { inMinutes, serviceLevels, tableBinds } from '../serviceLevels.ts';

const CONFIG = 'sla: { source: bid, levels: { P1: { resolve: 4h } } }\n';
const report = (recovered: string) =>
  `---\nstatus: submitted\nseverity: P1\nticket: WX-2026-0015\nreported_at: "2026-05-20T09:42:00+08:00"\nrecovered_at: ${recovered}\n---\n# 归档卷写满\n`;
const [GZ, WX] = ['records/incident-report/2026/GZ-2026-001.md', 'records/ticket/2026/WX-2026-0015.md'];

export const recoverySla = crossRule<IncidentReport>({
  id: 'incident/recovery-sla',
  says: {
    zh: '故障在本级别的时限内恢复。',
    en: 'The system recovers from an incident within the target of its level.',
  },
  why: {
    zh: '合同要求及时恢复系统正常运行；恢复时间从报告时起算。',
    en: 'The contract requires the system to run again in time, counted from the report.',
  },
  clauses: ['C3.1.2-06'],
  severity: 'warning',
  kinds: ['incident-report'],
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [GZ]: report('"«2026-05-20T14:00:00+08:00»"') },
      message: 'GZ-2026-001 从报告到恢复用了 258 分钟，超过 P1 级时限 240 分钟；请在责任认定和整改措施中说明。',
    },
    { good: { 'docket.yml': CONFIG, [GZ]: report('"2026-05-20T13:42:00+08:00"') } },
    { good: { [GZ]: report('"2026-05-20T14:00:00+08:00"') } },
    // The rule of the ticket reports the same delay.
    {
      good: {
        'docket.yml': CONFIG,
        [GZ]: report('"2026-05-20T14:00:00+08:00"'),
        [WX]: '---\nstatus: resolved\nseverity: P1\nreported_at: "2026-05-20T09:42:00+08:00"\nresolved_at: "2026-05-20T14:00:00+08:00"\n---\n# 无法登录\n',
      },
    },
  ],

  *check(report, project) {
    const { id, data, broken } = report;
    if (broken || data.recovered_at === undefined || !tableBinds(project)) return;
    const { severity, reported_at, recovered_at } = data;
    const asTicket = { ...report, data: { severity, reported_at, resolved_at: recovered_at } as Ticket };
    const verdict = serviceLevels(asTicket, project)?.resolve;
    if (verdict?.outcome !== 'missed') return;
    const ticket = data.ticket === undefined ? undefined : project.entry<Ticket>(data.ticket);
    if (ticket !== undefined && serviceLevels(ticket, project)?.resolve.outcome === 'missed') return;
    const [took, target] = [inMinutes(verdict.minutes, verdict.clock), inMinutes(verdict.target ?? 0, verdict.clock)];
    yield {
      at: placeOf(report, '/recovered_at'),
      id,
      say: {
        zh: `${id} 从报告到恢复用了 ${took.zh}，超过 ${severity} 级时限 ${target.zh}；请在责任认定和整改措施中说明。`,
        en: `${id} took ${took.en} from report to recovery; the target of ${severity} is ${target.en}. Explain it under responsibility and prevention.`,
      },
    };
  },
});
