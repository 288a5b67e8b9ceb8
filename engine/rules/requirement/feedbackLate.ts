import type { Requirement } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import { addWorkdays } from '../../measure/time/calendar.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { dateOf, localDate } from '../../measure/time/instant.ts';
import { judgedAt, offsetOf, terms, workCalendar } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { agreedDuty } from '../duties.ts';
import type { Project } from '../project.ts';
import { crossRule, type Remark } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';
import { answeredLate } from './firstResponse.ts';

const CONFIG =
  'sla: { source: bid, levels: { P4: { response: 240m } } }\nduties: { requirement: { feedback: 2 workdays, source: bid } }\n';
const DECIDED = 'decided_at: "2026-03-05T16:30:00+08:00"\n';

export const feedbackLate = crossRule<Requirement>({
  id: 'requirement/feedback-late',
  says: {
    zh: '需求按时响应，处理意见按时反馈。',
    en: 'Requirements are answered in time, and the user is told the opinion on them in time.',
  },
  why: {
    zh: '合同要求快速响应用户需求，并把处理意见反馈给用户；响应按 P4 级时限，反馈按约定的工作日计算。',
    en: 'The contract requires quick answers to users and feedback of the opinion: the answer as for level P4, the opinion within the agreed workdays.',
  },
  clauses: ['C1-02', 'C3.2-09'],
  severity: 'warning',
  kinds: ['requirement'],
  examples: [
    {
      bad: {
        'docket.yml': CONFIG,
        'records/requirement/2026/XQ-2026-0001.md': `---\nstatus: closed\n${DECIDED}feedback_at: "«2026-03-10T09:00:00+08:00»"\n---\n# 超期提醒\n`,
      },
      message: 'XQ-2026-0001 于 2026-03-10 反馈，晚于时限 2026-03-09（形成意见后 2 个工作日）。',
    },
    {
      bad: {
        'docket.yml': CONFIG,
        'records/requirement/2026/XQ-2026-0001.md':
          '---\nstatus: decided\ndecided_at: "«2026-03-05T16:30:00+08:00»"\n---\n# 超期提醒\n',
      },
      asOf: '2026-03-10',
      message: 'XQ-2026-0001 应于 2026-03-09 前反馈处理意见（形成意见后 2 个工作日），至今未反馈。',
    },
    {
      bad: {
        'docket.yml': CONFIG,
        'records/requirement/2026/XQ-2026-0001.md':
          '---\nstatus: analyzing\nreceived_at: "2026-01-12T15:00:00+08:00"\nresponded_at: "«2026-01-12T19:10:00+08:00»"\n---\n# 超期提醒\n',
      },
      message: 'XQ-2026-0001 响应用了 250 分钟，超过时限 240 分钟。',
    },
    {
      good: {
        'docket.yml': CONFIG,
        'records/requirement/2026/XQ-2026-0001.md': `---\nstatus: closed\n${DECIDED}feedback_at: "2026-03-09T17:00:00+08:00"\n---\n# 超期提醒\n`,
      },
    },
    {
      good: {
        'docket.yml': CONFIG,
        'records/ticket/2026/WX-2026-0002.md':
          '---\nstatus: closed\nseverity: P4\nreported_at: "2026-01-12T15:00:00+08:00"\nresponded_at: "2026-01-12T19:10:00+08:00"\n---\n# 能否提醒\n',
        'records/requirement/2026/XQ-2026-0001.md':
          '---\nstatus: analyzing\nreceived_at: "2026-01-12T15:00:00+08:00"\nresponded_at: "2026-01-12T19:10:00+08:00"\nlinks:\n  ticket: [WX-2026-0002]\n---\n# 超期提醒\n',
      },
    },
    {
      good: {
        'docket.yml': CONFIG,
        'records/requirement/2026/XQ-2026-0001.md': `---\nstatus: decided\n${DECIDED}---\n# 超期提醒\n`,
      },
      asOf: '2026-03-09',
    },
    {
      good: {
        'records/requirement/2026/XQ-2026-0001.md': `---\nstatus: closed\n${DECIDED}feedback_at: "2026-03-20T09:00:00+08:00"\n---\n# 超期提醒\n`,
      },
    },
  ],

  *check(requirement, project) {
    if (requirement.broken) return;
    yield* answeredLate(requirement, project);
    yield* toldLate(requirement, project);
  },
});

function* toldLate(requirement: EntryOf<Requirement>, project: Project): Iterable<Remark> {
  const { id, data } = requirement;
  const offset = offsetOf(project.config);
  const told = dateOf(data.feedback_at, offset);
  if (!project.reached(requirement, 'decided') || (told === undefined && project.reached(requirement, 'fed_back')))
    return;
  const decided =
    dateOf(data.decided_at, offset) ??
    rowsIn(data.decisions)
      .map(({ date }) => dateOf(date, offset))
      .filter(date => date !== undefined)
      .sort()
      .at(-1);
  const days = feedbackWorkdays(project);
  if (decided === undefined || days === undefined) return;
  const due = addWorkdays(project.get(workCalendar, ALL), decided, days);
  if ((told ?? localDate(project.get(judgedAt, ALL), offset)) <= due) return;
  const term = { zh: `形成意见后 ${days} 个工作日`, en: `${days} workdays after the decision` };
  const say = told
    ? {
        zh: `${id} 于 ${told} 反馈，晚于时限 ${due}（${term.zh}）。`,
        en: `The feedback on ${id} was given on ${told}, after the term ${due} (${term.en}).`,
      }
    : {
        zh: `${id} 应于 ${due} 前反馈处理意见（${term.zh}），至今未反馈。`,
        en: `Tell the user the opinion on ${id}: it was due by ${due} (${term.en}).`,
      };
  yield { at: placeOf(requirement, told ? '/feedback_at' : '/decided_at'), id, say };
}

/** The agreed term in workdays; undefined when there is only a default, and then nothing is late. */
function feedbackWorkdays(project: Project): number | undefined {
  return agreedDuty(project.config.duties.requirement) === undefined
    ? undefined
    : project.get(terms, ALL).feedback_workdays;
}
