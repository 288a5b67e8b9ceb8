import type { Inspection, Ticket } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import type { Words } from '../../base/words.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { judgedAt } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';
import { binds, localTime, serviceLevels } from '../serviceLevels.ts';

const CONFIG = 'sla: { source: bid, levels: { P3: { resolve: 3 workdays, clock: work } } }\n';
const [XJ, WX] = ['records/inspection/2026/XJ-2026-H02.md', 'records/ticket/2026/WX-2026-0006.md'];
const found = (ticket: string) =>
  `---\nstatus: completed\n---\n# 巡检\n\n## 软件应用环境\n\n| 检查对象 | 检查项 | 实际情况 | 结果 | 处理单 |\n|---|---|---|---|---|\n| db02 | 主备同步 | 延迟 47 分钟 | 异常 | ${ticket} |\n`;
const ticketIn = (status: string) =>
  `---\nstatus: ${status}\nseverity: P3\nreported_at: "2026-02-18T10:05:00+08:00"\nresolved_at: "2026-02-18T11:20:00+08:00"\n---\n# 备库延迟\n`;

export const abnormalUnclosed = crossRule<Inspection>({
  id: 'inspection/abnormal-unclosed',
  says: {
    zh: '巡检异常的处理单在时限内关闭，没有作废了事。',
    en: 'The ticket of an abnormal item is closed within its target and is not void.',
  },
  why: {
    zh: '处理单关闭后，异常才算处理完毕；解决后没有关闭，或者处理单作废，异常就没有结论。',
    en: 'An abnormal item is finished only when its ticket is closed; when the ticket is never closed, or is void, the problem stays open.',
  },
  clauses: ['C3.1.1-05'],
  severity: 'warning',
  kinds: ['inspection'],
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [XJ]: found('«WX-2026-0006»'), [WX]: ticketIn('resolved') },
      asOf: '2026-03-10',
      message:
        'XJ-2026-H02 发现的“db02 主备同步”异常未闭环：WX-2026-0006 的状态是“已解决”，应于 2026-02-26 17:30 前关闭。',
    },
    {
      bad: { [XJ]: found('«WX-2026-0006»'), [WX]: ticketIn('void') },
      message: 'XJ-2026-H02 发现的“db02 主备同步”异常未闭环：WX-2026-0006 的状态是“作废”，请另行登记处理单。',
    },
    { good: { 'docket.yml': CONFIG, [XJ]: found('WX-2026-0006'), [WX]: ticketIn('closed') } },
    { good: { 'docket.yml': CONFIG, [XJ]: found('WX-2026-0006'), [WX]: ticketIn('resolved') }, asOf: '2026-02-24' },
    // ticket/overdue-open reports a ticket that is not solved by its target.
    {
      good: {
        'docket.yml': CONFIG,
        [XJ]: found('WX-2026-0006'),
        [WX]: ticketIn('processing').replace(/resolved_at.*\n/, ''),
      },
    },
    { good: { [XJ]: found('WX-2026-0006'), [WX]: ticketIn('resolved') } },
  ],

  *check(inspection, project) {
    const { id, data, broken } = inspection;
    if (broken) return;
    for (const [n, { target, item, result, ticket: named }] of rowsIn(data.items).entries()) {
      const ticket = result === 'abnormal' && named ? project.entry<Ticket>(named) : undefined;
      const left = ticket === undefined ? undefined : leftOpen(ticket, project);
      if (ticket === undefined || left === undefined) continue;
      const state = project.kind(ticket.kind)?.states.get(ticket.status ?? '')?.label;
      yield {
        at: placeOf(inspection, `/items/${n}/ticket`),
        id,
        say: {
          zh: `${id} 发现的“${target ?? ''} ${item ?? ''}”异常未闭环：${ticket.id} 的状态是“${state?.zh}”，${left.zh}。`,
          en: `The abnormal item “${target ?? ''} ${item ?? ''}” of ${id} is still open: ${ticket.id} is “${state?.en}”, ${left.en}.`,
        },
        related: [{ at: placeOf(ticket, '/status'), say: { zh: '处理单', en: 'Its ticket' } }],
      };
    }
  },
});

/** Why an item is still open: its ticket is void, or it was solved and not closed by the end of its target. */
function leftOpen(ticket: EntryOf<Ticket>, project: Project): Words | undefined {
  if (ticket.status === 'void') return { zh: '请另行登记处理单', en: 'register another ticket' };
  if (ticket.kind !== 'ticket' || ticket.status === 'closed' || !project.reached(ticket, 'resolved')) return undefined;
  const verdict = serviceLevels(ticket, project)?.resolve;
  if (verdict?.due === undefined || !binds(verdict, project) || verdict.due >= project.get(judgedAt, ALL))
    return undefined;
  const due = localTime(verdict.due, project);
  return { zh: `应于 ${due} 前关闭`, en: `due to be closed by ${due}` };
}
