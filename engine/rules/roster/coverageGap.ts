import type { DutyRoster } from '../../../docs-schema/generated/types.ts';
import { addDays, eachDay, earliest, latest, type LocalDate } from '../../measure/time/date.ts';
import { parsePeriod } from '../../measure/time/period.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const ZP = 'people/duty-roster/ZP-2026-02.md';
const CONFIG = 'project: { period: { from: 2026-02-27, to: 2026-09-30 } }\n';
const roster = (rows: string) =>
  `---\nstatus: actual\nmonth: «2026-02»\n---\n# 值班\n\n## 值班安排\n\n| 日期 | 起 | 止 | 值班人 | 值班类型 |\n|---|---|---|---|---|\n${rows}`;
const calm = (rows: string) => roster(rows).replace(/[«»]/g, '');
const row = (day: string, from: string, to: string) => `| ${day} | ${from} | ${to} | RY-001 | 待命值班 |\n`;

export const coverageGap = entryRule<DutyRoster>({
  id: 'roster/coverage-gap',
  says: { zh: '值班表覆盖每天 24 小时。', en: 'The roster covers all 24 hours of every day.' },
  why: {
    zh: '合同要求提供 7×24 小时响应服务；空出来的时段没有人接电话。',
    en: 'The contract promises a response at any hour; in a gap no person answers.',
  },
  clauses: ['C4.1-07'],
  severity: 'error',
  kinds: ['duty-roster'],
  examples: [
    {
      bad: {
        'docket.yml': CONFIG,
        [ZP]: roster(
          row('2026-02-27', '00:00', '24:00') +
            row('2026-02-28', '00:00', '08:30') +
            row('2026-02-28', '12:00', '24:00'),
        ),
      },
      message: 'ZP-2026-02 有 1 天未排满 24 小时：2026-02-28（缺 08:30–12:00）。',
    },
    {
      bad: { 'docket.yml': CONFIG, [ZP]: roster(row('2026-02-27', '00:00', '24:00')) },
      message: 'ZP-2026-02 有 1 天未排满 24 小时：2026-02-28（缺 00:00–24:00）。',
    },
    {
      good: {
        'docket.yml': CONFIG,
        [ZP]: calm(
          row('2026-02-27', '00:00', '24:00') +
            row('2026-02-28', '08:30', '24:00') +
            row('2026-02-28', '00:00', '08:30'),
        ),
      },
    },
    {
      good: {
        'docket.yml': CONFIG,
        [ZP]: calm(
          row('2026-02-27', '00:00', '20:00') +
            row('2026-02-27', '20:00', '08:00') +
            row('2026-02-28', '08:00', '24:00'),
        ),
      },
    },
  ],

  *check(page, { config }) {
    yield* unmetFor('roster/coverage-gap', page);
    const month = parsePeriod(page.data.month);
    const shifts = page.data.shifts ?? [];
    if (page.entry.broken || month === undefined || shifts.length === 0) return;
    const service = config.project.period ?? month;
    const gaps = [...gapsIn(latest(month.from, service.from), earliest(month.to, service.to), shifts)];
    if (gaps.length === 0) return;
    const { id } = page.entry;
    const zh = gaps
      .slice(0, 3)
      .map(({ day, missing }) => `${day}（缺 ${missing.join('、')}）`)
      .join('、');
    const en = gaps
      .slice(0, 3)
      .map(({ day, missing }) => `${day} (${missing.join(', ')})`)
      .join(', ');
    yield {
      at: page.at('/month'),
      id,
      say: {
        zh: `${id} 有 ${gaps.length} 天未排满 24 小时：${zh}${gaps.length > 3 ? '等' : ''}。`,
        en: `${id} has gaps on ${gaps.length} day${gaps.length === 1 ? '' : 's'}: ${en}${gaps.length > 3 ? ' …' : ''}.`,
      },
    };
  },
});

type Shift = NonNullable<DutyRoster['shifts']>[number];

function* gapsIn(first: LocalDate, last: LocalDate, shifts: readonly Shift[]) {
  const spans = shifts.flatMap(spansOf);
  for (const day of eachDay(first, last)) {
    const missing = uncovered(spans.filter(span => span.day === day));
    if (missing.length > 0) yield { day, missing };
  }
}

interface Span {
  readonly day: LocalDate;
  readonly from: string;
  readonly to: string;
}

/** A shift whose end is before its beginning continues into the next day. */
function spansOf({ date, from, to }: Shift): readonly Span[] {
  if (date === undefined || from === undefined || to === undefined) return [];
  if (from < to) return [{ day: date, from, to }];
  return [
    { day: date, from, to: '24:00' },
    { day: addDays(date, 1), from: '00:00', to },
  ];
}

/** The parts of a day without a shift. Times of day (`HH:MM`) compare as text. */
function uncovered(spans: readonly Span[]): readonly string[] {
  const gaps: string[] = [];
  let reached = '00:00';
  for (const { from, to } of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from > reached) gaps.push(`${reached}–${from}`);
    if (to > reached) reached = to;
  }
  return reached < '24:00' ? [...gaps, `${reached}–24:00`] : gaps;
}
