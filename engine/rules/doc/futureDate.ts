import { ALL } from '../../base/queries.ts';
import { momentIn, judgedAt } from '../../measure/agreed/terms.ts';
import { leavesOf } from '../../model/read/references.ts';
import { placeOf } from '../../model/entry.ts';
import type { Kind } from '../../model/kinds/kinds.ts';
import { crossRule } from '../rule.ts';

export const futureDate = crossRule({
  id: 'doc/future-date',
  says: { zh: '已发生的事没有写成将来的时间。', en: 'An event that has happened has no date in the future.' },
  why: {
    zh: '预先填好的签字、受理和完成时间不是记录，是伪造。',
    en: 'A signature or a report that was filled in before the event records nothing.',
  },
  clauses: ['C6-4c'],
  severity: 'error',
  examples: [
    {
      asOf: '2026-05-20',
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nreported_at: 2026-05-20T09:42:00+08:00\nresponded_at: «2026-05-21T09:45:00+08:00»\n---\n# 登录失败\n',
      },
      message: 'WX-2026-0001 的“响应时间”（2026-05-21 09:45）晚于检查时间。',
    },
    {
      asOf: '2026-05-20T12:00:00+08:00',
      bad: {
        'records/change-approval/2026/BG-2026-0001.md':
          '---\nstatus: approved\ncreated: 2026-05-20\nsignatures:\n  - { role: approved, name: 林某, date: «2026-05-22», method: wet }\n---\n# 修复\n',
      },
      message: 'BG-2026-0001 的“日期”（2026-05-22）晚于检查时间。',
    },
    {
      asOf: '2026-05-20',
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nreported_at: 2026-05-20T23:59:00+08:00\nagreed_due_at: 2026-06-01T18:00:00+08:00\n---\n# 登录失败\n',
        'records/change-approval/2026/BG-2026-0001.md':
          '---\nplanned_window: { from: 2026-06-01T20:00:00+08:00, to: 2026-06-01T22:00:00+08:00 }\n---\n# 修复\n',
      },
    },
  ],

  *check(entry, project) {
    const kind = project.kind(entry.kind);
    if (kind === undefined || entry.broken) return;
    const past = pastFields(kind);
    for (const { pointer, field, value } of leavesOf(kind.fields, entry.data)) {
      // A computed date is as late as the dates it is computed from.
      const isFilledIn =
        field.derived !== undefined || (field.defaultFrom !== undefined && value === entry.data[field.defaultFrom]);
      if (isFilledIn || (field.type !== 'date' && field.type !== 'datetime') || !past.test(pointer)) continue;
      const moment = momentIn(project.config, value);
      if (moment === undefined || moment <= project.get(judgedAt, ALL)) continue;
      const shown = String(value).slice(0, 16).replace('T', ' ');
      yield {
        at: placeOf(entry, pointer),
        id: entry.id,
        say: {
          zh: `${entry.id} 的“${field.label.zh}”（${shown}）晚于检查时间。`,
          en: `${field.label.en} of ${entry.id} (${shown}) is later than the day of the check: enter the date when it has happened.`,
        },
      };
    }
  },
});

/**
 * Pointers of fields that record an event. Plans and terms may be in the future; signatures, approvals, reviews and the
 * steps of the record may not.
 */
function pastFields({ times }: Kind): RegExp {
  return new RegExp(
    `^/(?:${['created', ...times].join('|')})$|^/(?:signatures|revisions|approvals|review|oral_permission|handling|timeline)/`,
  );
}
