import type { IncidentReport } from '../../../docs-schema/generated/types.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { parseInstant } from '../../measure/time/instant.ts';
import { entryRule, type EntryPage, type Remark } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const TIMES =
  'reported_at: "2026-05-20T09:42:00+08:00"\nlocated_at: "2026-05-20T10:05:00+08:00"\nrecovered_at: "2026-05-20T10:31:00+08:00"\n';
const ROWS = ['09:42', '09:50', '10:05', '10:31'].map(time => `| 2026-05-20 ${time} | 郑七 | ${time} 的处置 |\n`);
const HEADER = '| 时间 | 处理人 | 内容 |';
const report = (rows: readonly string[], header = HEADER) =>
  `---\nstatus: submitted\n${TIMES}---\n# 归档卷写满\n\n## 处理经过\n\n${header}\n|---|---|---|\n${rows.join('')}`;
const MARKED = '| «时间 | 处理人 | 内容» |';
const GZ = 'records/incident-report/2026/GZ-2026-001.md';
const FEWEST = 4;

export const timelineRequired = entryRule<IncidentReport>({
  id: 'incident/timeline-required',
  says: {
    zh: '故障报告的时间线不少于 4 行，按时间排列，包括报告、定位和恢复。',
    en: 'The timeline of an incident has at least four rows in order of time, with report, location and recovery.',
  },
  why: {
    zh: '合同要求实施故障恢复措施；时间线写明谁在什么时候做了什么，是判断响应和恢复是否及时的依据。',
    en: 'The timeline shows who did what and when: it is the basis for judging response and recovery.',
  },
  clauses: ['C3.1.2-05'],
  severity: 'error',
  kinds: ['incident-report'],
  examples: [
    {
      bad: { [GZ]: '---\nstatus: «submitted»\n---\n# 归档卷写满\n' },
      message: 'GZ-2026-001 缺少“处理时间线”（timeline）：状态已到“已提交”。',
    },
    {
      bad: {
        [GZ]: report(
          ROWS.filter((_, n) => n !== 1),
          MARKED,
        ),
      },
      message: 'GZ-2026-001 的处理时间线只有 3 行，至少 4 行；请补充处置步骤。',
    },
    {
      bad: {
        [GZ]: report(
          ROWS.map(row => row.replace('2026-05-20 10:05', '2026-05-20 10:06')),
          MARKED,
        ),
      },
      message: 'GZ-2026-001 的处理时间线没有“定位”（2026-05-20 10:05）这一行；请补充，或更正 located_at。',
    },
    {
      bad: { [GZ]: report([...ROWS, '| «2026-05-20 10:20» | 冯九 | 复核 |\n']) },
      message: 'GZ-2026-001 的处理时间线没有按时间排列：2026-05-20 10:20 在 2026-05-20 10:31 之后。',
    },
    { good: { [GZ]: report(ROWS) } },
    { good: { [GZ]: report(ROWS.slice(0, 1)).replace('submitted', 'draft') } },
  ],

  *check(page) {
    yield* unmetFor('incident/timeline-required', page);
    const rows = rowsIn(page.data.timeline);
    if (rows.length === 0 || !page.reached('submitted')) return;
    const { id } = page.entry;
    if (rows.length < FEWEST) {
      const zh = `${id} 的处理时间线只有 ${rows.length} 行，至少 ${FEWEST} 行；请补充处置步骤。`;
      yield {
        at: page.at('/timeline'),
        id,
        say: {
          zh,
          en: `The timeline of ${id} has ${rows.length} rows and needs at least ${FEWEST}: add the steps that were taken.`,
        },
      };
      return;
    }
    yield* outOfOrder(
      page,
      rows.map(({ at }) => at),
    );
    yield* uncovered(
      page,
      rows.map(({ at }) => parseInstant(at)),
    );
  },
});

function* outOfOrder(page: EntryPage<IncidentReport>, times: readonly (string | undefined)[]): Iterable<Remark> {
  const moments = times.map(parseInstant);
  const n = moments.findIndex((moment, at) => moment !== undefined && moment < (moments[at - 1] ?? moment));
  if (n < 0) return;
  const { id } = page.entry;
  const [earlier, later] = [shown(times[n]), shown(times[n - 1])];
  const zh = `${id} 的处理时间线没有按时间排列：${earlier} 在 ${later} 之后。`;
  yield {
    at: page.at(`/timeline/${n}/at`),
    id,
    say: { zh, en: `The timeline of ${id} is not in order: ${earlier} comes after ${later}.` },
  };
}

function* uncovered(page: EntryPage<IncidentReport>, moments: readonly (number | undefined)[]): Iterable<Remark> {
  const { id } = page.entry;
  for (const { field, zh: what, en } of MILESTONES) {
    const time = page.data[field];
    const moment = parseInstant(time);
    if (moment === undefined || moments.includes(moment)) continue;
    const zh = `${id} 的处理时间线没有“${what}”（${shown(time)}）这一行；请补充，或更正 ${field}。`;
    yield {
      at: page.at('/timeline'),
      id,
      say: { zh, en: `The timeline of ${id} has no row for ${en} (${shown(time)}): add it, or correct ${field}.` },
    };
  }
}

const MILESTONES = [
  { field: 'reported_at', zh: '报告', en: 'the report' },
  { field: 'located_at', zh: '定位', en: 'the location of the fault' },
  { field: 'recovered_at', zh: '恢复', en: 'the recovery' },
] as const;

function shown(time: unknown): string {
  return String(time ?? '')
    .slice(0, 16)
    .replace('T', ' ');
}
