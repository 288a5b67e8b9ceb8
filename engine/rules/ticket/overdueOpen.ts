import type { Ticket } from '../../../docs-schema/generated/types.ts';
import type { TicketSla, Verdict } from '../../measure/agreed/sla.ts';
import { placeOf } from '../../model/entry.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';
import { binds, localTime, serviceLevels } from '../serviceLevels.ts';

const CONFIG = 'sla: { source: bid, levels: { P2: { response: 30m, resolve: 8h } } }\n';
const REPORTED = 'severity: P2\nreported_at: "2026-05-20T09:00:00+08:00"\n';
const ANSWERED = `${REPORTED}responded_at: "2026-05-20T09:10:00+08:00"\n`;

export const overdueOpen = crossRule<Ticket>({
  id: 'ticket/overdue-open',
  says: {
    zh: '没有超过时限仍未响应或未解决的维护任务处理单。',
    en: 'No open ticket is past its target for response or solution.',
  },
  why: {
    zh: '已经超时的单据每拖一刻都在扩大违约；先响应、先解决，确需延后的与用户约定时间并登记。',
    en: 'The breach grows with every hour: answer, solve, or agree on a date with the user and record it.',
  },
  basis: 'practice',
  severity: 'error',
  kinds: ['ticket'],
  examples: [
    {
      bad: {
        'docket.yml': CONFIG,
        'records/ticket/2026/WX-2026-0015.md': `---\nstatus: «processing»\n${ANSWERED}---\n# 无法登录\n`,
      },
      asOf: '2026-05-20T17:30:00+08:00',
      message: 'WX-2026-0015 应于 2026-05-20 17:00 前解决，至今未解决；请尽快处理，确需延后的与用户约定完成时间。',
    },
    {
      bad: {
        'docket.yml': CONFIG,
        'records/ticket/2026/WX-2026-0015.md': `---\nstatus: «registered»\n${REPORTED}---\n# 无法登录\n`,
      },
      asOf: '2026-05-20T09:45:00+08:00',
      message: 'WX-2026-0015 应于 2026-05-20 09:30 前响应，至今未响应；请立即联系用户并填写 responded_at。',
    },
    {
      bad: {
        'docket.yml': CONFIG,
        'records/ticket/2026/WX-2026-0015.md': `---\nstatus: «registered»\n${REPORTED}---\n# 无法登录\n`,
      },
      message:
        'WX-2026-0015 应于 2026-05-20 17:00 前解决，至今未响应也未解决；请尽快处理，确需延后的与用户约定完成时间。',
    },
    {
      good: {
        'docket.yml': CONFIG,
        'records/ticket/2026/WX-2026-0015.md': `---\nstatus: processing\n${ANSWERED}---\n# 无法登录\n`,
      },
      asOf: '2026-05-20T16:59:00+08:00',
    },
    { good: { 'records/ticket/2026/WX-2026-0015.md': `---\nstatus: processing\n${ANSWERED}---\n# 无法登录\n` } },
    {
      good: {
        'docket.yml': CONFIG,
        'records/ticket/2026/WX-2026-0015.md': `---\nstatus: duplicate\n${REPORTED}---\n# 无法登录\n`,
      },
    },
    {
      good: {
        'docket.yml': CONFIG,
        'records/ticket/2026/WX-2026-0015.md': `---\nstatus: suspended\n${ANSWERED}pauses: [{ from: "2026-05-20T10:00:00+08:00", reason: waiting_user }]\n---\n# 无法登录\n`,
      },
    },
  ],

  *check(ticket, project) {
    const levels = project.reached(ticket, 'resolved') ? undefined : serviceLevels(ticket, project);
    if (levels === undefined) return;
    const late = overdue(ticket, levels, project);
    const [verdict, what] = [late.at(-1)?.verdict, late.map(({ done }) => done)];
    if (verdict?.due === undefined) return;
    const solving = verdict === levels.resolve;
    const due = localTime(verdict.due, project);
    yield {
      at: placeOf(ticket, '/status'),
      id: ticket.id,
      say: {
        zh: `${ticket.id} 应于 ${due} 前${solving ? '解决' : '响应'}，至今未${what.map(({ zh }) => zh).join('也未')}；${solving ? '请尽快处理，确需延后的与用户约定完成时间' : '请立即联系用户并填写 responded_at'}。`,
        en: `${ticket.id} was due to be ${solving ? 'solved' : 'answered'} by ${due} and is ${what.length > 1 ? 'neither' : 'not'} ${what.map(({ en }) => en).join(' nor ')}: ${solving ? 'solve it, or agree on a date with the user and record it' : 'contact the user and fill in responded_at'}.`,
      },
    };
  },
});

/** What is late, in order. A time that the state requires and that is not written is missing, not late. */
function overdue(ticket: EntryOf<Ticket>, { response, resolve }: TicketSla, project: Project) {
  const laps: readonly { verdict: Verdict; done: { zh: string; en: string }; told: boolean }[] = [
    { verdict: response, done: { zh: '响应', en: 'answered' }, told: project.reached(ticket, 'processing') },
    { verdict: resolve, done: { zh: '解决', en: 'solved' }, told: false },
  ];
  return laps.filter(({ verdict, told }) => verdict.outcome === 'overdue' && !told && binds(verdict, project));
}
