import type { Ticket } from '../../../docs-schema/generated/types.ts';
import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';
import { binds, inMinutes, serviceLevels } from '../serviceLevels.ts';

const CONFIG = 'sla: { source: bid, levels: { P4: { response: 240m } } }\n';
const ticketAnswered = (at: string) =>
  `---\nstatus: processing\nseverity: P4\nreported_at: "2025-12-17T09:15:00+08:00"\nresponded_at: ${at}\n---\n# 公章不清\n`;

export const responseSla = crossRule<Ticket>({
  id: 'ticket/response-sla',
  says: {
    zh: '维护任务处理单在本级别的响应时限内响应。',
    en: 'A ticket is answered within the response target of its level.',
  },
  why: {
    zh: '响应是 7×24 小时的承诺，按自然时间计算；超时要在月报中说明，并计入考核。',
    en: 'A response is promised at any hour, counted in clock time; a late one must be explained and is assessed.',
  },
  clauses: ['C1-02', 'C3.2-05', 'C3.2-22', 'C4.1-07'],
  severity: 'warning',
  kinds: ['ticket'],
  examples: [
    {
      bad: {
        'docket.yml': CONFIG,
        'records/ticket/2025/WX-2025-0013.md': ticketAnswered('"«2025-12-17T14:50:00+08:00»"'),
      },
      message: 'WX-2025-0013 响应用了 335 分钟，超过 P4 级时限 240 分钟。',
    },
    {
      good: {
        'docket.yml': CONFIG,
        'records/ticket/2025/WX-2025-0013.md': ticketAnswered('"2025-12-17T13:15:00+08:00"'),
      },
    },
    // The default table is not promised by the contract, so nothing is late by it.
    { good: { 'records/ticket/2025/WX-2025-0013.md': ticketAnswered('"2025-12-17T14:50:00+08:00"') } },
    {
      good: {
        'docket.yml': CONFIG,
        'records/ticket/2025/WX-2025-0013.md': ticketAnswered('"2025-12-17T14:50:00+08:00"').replace(
          'processing',
          'void',
        ),
      },
    },
  ],

  *check(ticket, project) {
    if (ticket.data.responded_at === undefined) return;
    const verdict = serviceLevels(ticket, project)?.response;
    if (verdict?.outcome !== 'missed' || !binds(verdict, project)) return;
    const { id, data } = ticket;
    const took = inMinutes(verdict.minutes, verdict.clock);
    const target = inMinutes(verdict.target ?? 0, verdict.clock);
    yield {
      at: placeOf(ticket, '/responded_at'),
      id,
      say: {
        zh: `${id} 响应用了 ${took.zh}，超过 ${data.severity} 级时限 ${target.zh}。`,
        en: `${id} was answered after ${took.en}; the target of ${data.severity} is ${target.en}.`,
      },
    };
  },
});
