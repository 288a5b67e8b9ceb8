import { ALL } from '../../base/queries.ts';
import { judgedAt, offsetOf } from '../../measure/agreed/terms.ts';
import { daysBetween } from '../../measure/time/date.ts';
import { dateOf, localDate } from '../../measure/time/instant.ts';
import { placeOf } from '../../model/entry.ts';
import { leavesOf } from '../../model/read/references.ts';
import { crossRule } from '../rule.ts';

export const stale = crossRule({
  id: 'lifecycle/stale',
  says: { zh: '没有办结的单据近期有进展。', en: 'A record that is not finished has made progress recently.' },
  why: {
    zh: '长期停在中间状态的单据，多半是办完了没有关闭，或者忘了办。',
    en: 'A record that stays unfinished was usually done and not closed, or forgotten.',
  },
  basis: 'practice',
  severity: 'info',
  examples: [
    {
      asOf: '2026-06-10',
      bad: {
        'docket.yml': 'thresholds:\n  stale: { days: 14, source: policy }\n',
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: «processing»\nreported_at: 2026-05-20T09:42:00+08:00\nresponded_at: 2026-05-21T09:45:00+08:00\n---\n# 登录失败\n',
      },
      message: 'WX-2026-0001 停在“处理中”已 20 天（自 2026-05-21，限 14 天）：请更新进展，或挂起、关闭。',
    },
    {
      asOf: '2026-06-04',
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: processing\nreported_at: 2026-05-21T09:42:00+08:00\n---\n# 登录失败\n',
      },
    },
    {
      asOf: '2026-12-31',
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: suspended\nreported_at: 2026-05-21T09:42:00+08:00\n---\n# 登录失败\n',
      },
    },
  ],

  *check(entry, project) {
    const kind = project.kind(entry.kind);
    const state = kind?.states.get(entry.status ?? '');
    if (kind === undefined || state === undefined || state.resting || entry.broken) return;
    const limit = project.config.thresholds.stale?.days ?? DAYS;
    const offset = offsetOf(project.config);
    const today = localDate(project.get(judgedAt, ALL), offset);
    const days = [...leavesOf(kind.fields, entry.data)].flatMap(({ field, value }) =>
      field.type === 'date' || field.type === 'datetime' ? [dateOf(value, offset)] : [],
    );
    // A date in the future is a plan, not progress.
    const last = days
      .filter(day => day !== undefined && day <= today)
      .sort()
      .at(-1);
    const idle = last === undefined ? 0 : daysBetween(last, today);
    if (idle <= limit) return;
    yield {
      at: placeOf(entry as never, '/status'),
      id: entry.id,
      say: {
        zh: `${entry.id} 停在“${state.label.zh}”已 ${idle} 天（自 ${last}，限 ${limit} 天）：请更新进展，或挂起、关闭。`,
        en: `${entry.id} has been “${state.label.en}” for ${idle} days (since ${last}; limit ${limit}): record what happened, suspend it or close it.`,
      },
    };
  },
});

/** Days without progress that are allowed, when docket.yml sets no limit. */
const DAYS = 14;
