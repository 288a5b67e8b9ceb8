import type { Ticket } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import { momentAfter } from '../../measure/time/workClock.ts';
import { type Instant, parseInstant } from '../../measure/time/instant.ts';
import { allowance } from '../../measure/agreed/sla.ts';
import { judgedAt, slaTable, workCalendar } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';
import { localTime, tableBinds } from '../serviceLevels.ts';

const CONFIG =
  'sla: { source: bid, feedback: { P2: 1h, P3: 1 workday }, levels: { P2: { resolve: 8h }, P3: { resolve: 3 workdays } } }\n';
const TICKET = '---\nstatus: closed\nseverity: P2\nresolved_at: "2026-01-19T21:40:00+08:00"\n';

export const feedbackLate = crossRule<Ticket>({
  id: 'ticket/feedback-late',
  says: { zh: '解决后在约定时限内向用户反馈。', en: 'The user is informed within the agreed time after the solution.' },
  why: {
    zh: '合同要求处理完成后及时向用户反馈；用户不知道已经修好，就还在等。',
    en: 'The user must be informed in time: a user who does not know that the system works again is still waiting.',
  },
  clauses: ['C3.2-23'],
  severity: 'warning',
  kinds: ['ticket'],
  examples: [
    {
      bad: {
        'docket.yml': CONFIG,
        'records/ticket/2026/WX-2026-0003.md': `${TICKET}feedback_at: "«2026-01-20T08:40:00+08:00»"\n---\n# 编号重复\n`,
      },
      message: 'WX-2026-0003 于 2026-01-20 08:40 反馈，晚于时限 2026-01-19 22:40。',
    },
    {
      bad: {
        'docket.yml': CONFIG,
        'records/ticket/2026/WX-2026-0003.md': `${TICKET.replace('closed', 'resolved').replace('"2026-01-19T21:40:00+08:00"', '"«2026-01-19T21:40:00+08:00»"')}---\n# 编号重复\n`,
      },
      asOf: '2026-01-20',
      message:
        'WX-2026-0003 已解决，应于 2026-01-19 22:40 前反馈用户，至今未反馈；反馈后填写 feedback_at 和 feedback_channel。',
    },
    // Solved on the evening before a free day: the term begins at the start of the next working time.
    {
      good: {
        'docket.yml': CONFIG,
        'records/ticket/2026/WX-2026-0005.md':
          '---\nstatus: closed\nseverity: P3\nresolved_at: "2026-01-09T20:00:00+08:00"\nfeedback_at: "2026-01-12T17:30:00+08:00"\n---\n# 访问缓慢\n',
      },
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0003.md': `${TICKET}feedback_at: "2026-01-20T08:40:00+08:00"\n---\n# 编号重复\n`,
      },
    },
  ],

  *check(ticket, project) {
    const { id, data, broken } = ticket;
    if (broken || !project.reached(ticket, 'resolved')) return;
    const told = parseInstant(data.feedback_at);
    // ticket/feedback-required reports feedback without a time.
    if (told === undefined && project.reached(ticket, 'fed_back')) return;
    const due = feedbackDue(data, project);
    if (due === undefined || (told ?? project.get(judgedAt, ALL)) <= due) return;
    const by = localTime(due, project);
    const say =
      told === undefined
        ? {
            zh: `${id} 已解决，应于 ${by} 前反馈用户，至今未反馈；反馈后填写 feedback_at 和 feedback_channel。`,
            en: `Inform the user of ${id} and fill in feedback_at and feedback_channel: it is solved, and the feedback was due by ${by}.`,
          }
        : {
            zh: `${id} 于 ${localTime(told, project)} 反馈，晚于时限 ${by}。`,
            en: `The feedback on ${id} was given on ${localTime(told, project)}, after the term ${by}.`,
          };
    yield { at: placeOf(ticket, told === undefined ? '/resolved_at' : '/feedback_at'), id, say };
  },
});

/**
 * The instant by which the user must be informed, from `sla.feedback` of docket.yml: one term for all levels, or one
 * for each.
 */
function feedbackDue({ resolved_at, severity }: Ticket, project: Project): Instant | undefined {
  const { feedback } = project.config.sla;
  const resolved = parseInstant(resolved_at);
  if (resolved === undefined || !tableBinds(project) || feedback === undefined) return undefined;
  const calendar = project.get(workCalendar, ALL);
  const { clock: levelClock } = project.get(slaTable, ALL).levels[severity ?? ''] ?? {};
  const term = (severity === undefined ? undefined : feedback[severity]) ?? feedback.default;
  const { target, clock } = allowance(term, levelClock ?? 'natural', calendar);
  return target === undefined ? undefined : momentAfter(clock, calendar, resolved, target);
}
