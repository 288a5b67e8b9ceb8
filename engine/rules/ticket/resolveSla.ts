import type { Ticket } from '../../../docs-schema/generated/types.ts';
import type { Words } from '../../base/words.ts';
import type { Verdict } from '../../measure/agreed/sla.ts';
import { placeOf } from '../../model/entry.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';
import { binds, inMinutes, localTime, serviceLevels } from '../serviceLevels.ts';

const CONFIG = 'sla: { source: bid, levels: { P3: { resolve: 3 workdays, clock: work } } }\n';
const TICKET = '---\nstatus: resolved\nseverity: P3\nreported_at: "2026-03-18T15:45:00+08:00"\n';

export const resolveSla = crossRule<Ticket>({
  id: 'ticket/resolve-sla',
  says: {
    zh: '维护任务处理单在时限内或约定时间前解决。',
    en: 'A ticket is solved within its target or by the agreed time.',
  },
  why: {
    zh: '合同要求对各类缺陷问题及时修正；与用户约定了完成时间的按约定，否则按级别时限，扣除登记的暂停。',
    en: 'Problems must be solved in time: by the date agreed with the user, else within the target of the level, without recorded pauses.',
  },
  clauses: ['C3.3-01'],
  severity: 'warning',
  kinds: ['ticket'],
  examples: [
    {
      bad: {
        'docket.yml': CONFIG,
        'records/ticket/2026/WX-2026-0011.md': `${TICKET}resolved_at: "«2026-03-30T10:00:00+08:00»"\n---\n# 分页错误\n`,
      },
      message:
        'WX-2026-0011 解决用了 3345 分钟（工作时间），超过 P3 级时限 1350 分钟（工作时间）；事先约定了完成时间的，请补填 agreed_due_at 和 agreed_by。',
    },
    {
      bad: {
        'records/ticket/2026/WX-2026-0011.md': `${TICKET}agreed_due_at: "2026-03-20T18:00:00+08:00"\nagreed_by: A-03\nresolved_at: "«2026-03-21T10:00:00+08:00»"\n---\n# 分页错误\n`,
      },
      message: 'WX-2026-0011 于 2026-03-21 10:00 解决，晚于约定完成时间 2026-03-20 18:00。',
    },
    {
      good: {
        'docket.yml': CONFIG,
        'records/ticket/2026/WX-2026-0011.md': `${TICKET}agreed_due_at: "2026-04-10T18:00:00+08:00"\nagreed_by: A-03\nresolved_at: "2026-03-30T10:00:00+08:00"\n---\n# 分页错误\n`,
      },
    },
    {
      good: {
        'docket.yml': CONFIG,
        'records/ticket/2026/WX-2026-0011.md': `${TICKET}resolved_at: "2026-03-23T15:45:00+08:00"\n---\n# 分页错误\n`,
      },
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0011.md': `${TICKET}resolved_at: "2026-03-30T10:00:00+08:00"\n---\n# 分页错误\n`,
      },
    },
  ],

  *check(ticket, project) {
    if (ticket.data.resolved_at === undefined) return;
    const verdict = serviceLevels(ticket, project)?.resolve;
    if (verdict?.outcome !== 'missed' || !binds(verdict, project)) return;
    const late =
      verdict.by === 'agreed' ? afterAgreed(ticket.data, verdict, project) : beyondTarget(ticket.data, verdict);
    yield {
      at: placeOf(ticket, '/resolved_at'),
      id: ticket.id,
      say: { zh: `${ticket.id} ${late.zh}`, en: `${ticket.id} ${late.en}` },
    };
  },
});

function afterAgreed({ resolved_at }: Ticket, { due = 0 }: Verdict, project: Project): Words {
  const done = localTime(Date.parse(String(resolved_at)), project);
  const agreed = localTime(due, project);
  return {
    zh: `于 ${done} 解决，晚于约定完成时间 ${agreed}。`,
    en: `was solved on ${done}, after the agreed time ${agreed}.`,
  };
}

function beyondTarget({ severity }: Ticket, verdict: Verdict): Words {
  const took = inMinutes(verdict.minutes, verdict.clock);
  const target = inMinutes(verdict.target ?? 0, verdict.clock);
  return {
    zh: `解决用了 ${took.zh}，超过 ${severity} 级时限 ${target.zh}；事先约定了完成时间的，请补填 agreed_due_at 和 agreed_by。`,
    en: `took ${took.en} to solve; the target of ${severity} is ${target.en}. If a date was agreed in advance, add agreed_due_at and agreed_by.`,
  };
}
