import type { IncidentReport, Ticket } from '../../../docs-schema/generated/types.ts';
import { parseInstant } from '../../measure/time/instant.ts';
import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';

const report = (severity: string, recovered: string) =>
  `---\nstatus: submitted\nticket: WX-2026-0015\nseverity: ${severity}\nreported_at: "2026-05-20T09:42:00+08:00"\nrecovered_at: ${recovered}\n---\n# 归档卷写满\n`;
const TICKET =
  '---\nstatus: closed\nseverity: P1\nreported_at: "2026-05-20T01:42:00Z"\nresolved_at: "2026-05-20T10:31:00+08:00"\n---\n# 无法登录\n';
const [GZ, WX] = ['records/incident-report/2026/GZ-2026-001.md', 'records/ticket/2026/WX-2026-0015.md'];

export const ticketMatch = crossRule<IncidentReport>({
  id: 'incident/ticket-match',
  says: {
    zh: '故障报告的级别和时间与维护任务处理单一致。',
    en: 'The level and times of an incident report equal those of its ticket.',
  },
  why: {
    zh: '同一次故障两份单据两种说法，响应和恢复是否及时就无法认定。',
    en: 'When two records of one incident differ, they prove neither the response nor the recovery.',
  },
  basis: 'practice',
  severity: 'error',
  kinds: ['incident-report'],
  examples: [
    {
      bad: { [GZ]: report('P1', '"«2026-05-20T10:24:00+08:00»"'), [WX]: TICKET },
      message: 'GZ-2026-001 的“恢复时间”是 2026-05-20 10:24，而 WX-2026-0015 是 2026-05-20 10:31；请核对后改正一处。',
    },
    {
      bad: { [GZ]: report('«P2»', '"2026-05-20T10:31:00+08:00"'), [WX]: TICKET },
      message: 'GZ-2026-001 的“级别”是 P2，而 WX-2026-0015 是 P1；请核对后改正一处。',
    },
    // A row of a journal.
    {
      bad: {
        'records/ticket/2026/WX-2026-0015.md':
          '---\nstatus: closed\nseverity: P1\nreported_at: "2026-05-20T01:42:00Z"\nresolved_at: "2026-05-20T10:31:00+08:00"\n---\n# 无法登录\n',
        'records/incident-report/2026/WX-2026-05.md':
          '---\nid: WX-2026-05\ntype: journal\nof: incident-report\n---\n# 登记簿\n\n| id | 状态 | 处理单 | 级别 | 报告时间 | 恢复时间 |\n| --- | --- | --- | --- | --- | --- |\n| GZ-2026-001 | submitted | WX-2026-0015 | P1 | 2026-05-20T09:42:00+08:00 | «2026-05-20T10:24:00+08:00» |\n',
      },
      message: 'GZ-2026-001 的“恢复时间”是 2026-05-20 10:24，而 WX-2026-0015 是 2026-05-20 10:31；请核对后改正一处。',
    },
    { good: { [GZ]: report('P1', '"2026-05-20T10:31:00+08:00"'), [WX]: TICKET } },
    {
      good: {
        [GZ]: report('P1', '"2026-05-20T10:31:00+08:00"'),
        [WX]: '---\nstatus: accepted\nseverity: P1\n---\n# 无法登录\n',
      },
    },
    { good: { [GZ]: report('P1', '"2026-05-20T10:31:00+08:00"') } },
  ],

  *check(report, project) {
    const { id, data, broken } = report;
    const ticket = data.ticket === undefined ? undefined : project.entry<Ticket>(data.ticket);
    if (broken || ticket === undefined || ticket.kind !== 'ticket') return;
    for (const key of SHARED) {
      const [own, its] = [data[key], ticket.data[key]];
      if (own === undefined || its === undefined || own === its || isSameMoment(own, its)) continue;
      const label = project.kind('incident-report')?.fields.byKey.get(key)?.label;
      const at = placeOf(report, `/${key}`);
      const take = {
        title: { zh: `按 ${ticket.id} 改为 ${shown(its)}`, en: `Change it to ${shown(its)} as in ${ticket.id}` },
        safe: false,
      };
      yield {
        at,
        id,
        say: {
          zh: `${id} 的“${label?.zh}”是 ${shown(own)}，而 ${ticket.id} 是 ${shown(its)}；请核对后改正一处。`,
          en: `${label?.en} of ${id} is ${shown(own)}, but ${shown(its)} in ${ticket.id}: correct one of them.`,
        },
        related: [{ at: placeOf(ticket, `/${key}`), say: { zh: '处理单中的值', en: 'The value in the ticket' } }],
        fixes: [{ ...take, edits: [{ do: 'set', at, value: its }] }],
      };
    }
  },
});

const SHARED = ['severity', 'reported_at', 'responded_at', 'recovered_at'] as const;

function isSameMoment(a: string, b: string): boolean {
  const moment = parseInstant(a);
  return moment !== undefined && moment === parseInstant(b);
}

function shown(value: unknown): string {
  return String(value).slice(0, 16).replace('T', ' ');
}
