import { daysBetween, type LocalDate } from '../../measure/time/date.ts';
import { dateOf } from '../../measure/time/instant.ts';
import { offsetOf } from '../../measure/agreed/terms.ts';
import { type Entry, placeOf, valueAt } from '../../model/entry.ts';
import { outline } from '../../model/outline.ts';
import { isDocumentPath } from '../../model/config/projectConfig.ts';
import type { ChangedFile } from '../../workspace/changeSet.ts';
import { type Change, changeRule } from '../rule.ts';

const XJ = 'records/inspection/2026/XJ-2026-W21.md';
const record = (date: string) =>
  `---\nid: XJ-2026-W21\ntype: inspection\nstatus: completed\ndate: ${date}\n---\n# 周巡检\n`;
const AGREED = { 'docket.yml': 'thresholds: { recorded_late: { days: 3, source: policy } }\n' };
const change = { at: '2026-05-27T09:00:00+08:00', message: '补周巡检\n' };

export const recordedLate = changeRule({
  id: 'doc/recorded-late',
  says: {
    zh: '单据在事情发生后几天之内入库。',
    en: 'A record is committed within a few days after the event it records.',
  },
  why: {
    zh: '合同要求将执行过程及时记录；事后很久补写的单据，可信度低。提交时间可以伪造，所以只作提醒。',
    en: 'Work must be recorded in time; a form written long afterwards proves little. Commit dates can be forged, so this rule only warns.',
  },
  clauses: ['C6-4c', 'C4.1-04'],
  severity: 'warning',
  examples: [
    {
      bad: { ...AGREED, [XJ]: record('«2026-05-20»') },
      change,
      message: 'XJ-2026-W21 记的是 2026-05-20 的事，7 天后才入库；约定 3 天之内。',
    },
    { good: { ...AGREED, [XJ]: record('2026-05-24') }, change },
    {
      good: { ...AGREED, [XJ]: `${record('2026-05-20')}\n正常。\n` },
      change: { ...change, before: { [XJ]: record('2026-05-20') } },
    },
  ],

  *check(change) {
    const { before, after } = change;
    const agreed = after.config.thresholds.recorded_late;
    const days = agreed?.days ?? DEFAULT_DAYS;
    const files = change.files.filter(
      ({ path, how, sort }) => how !== 'deleted' && sort === 'file' && after.get(isDocumentPath, path),
    );
    for (const file of files) {
      for (const entry of after.get(outline, file.path).entries) {
        const event = before.entry(entry.id) === undefined ? eventOf(entry, change) : undefined;
        const committed = event && committedOn(file, event.day, change);
        const late = event && committed ? daysBetween(event.day, committed) : 0;
        if (event === undefined || late <= days) continue;
        yield {
          at: placeOf(entry, `/${event.field}`),
          id: entry.id,
          ...(agreed?.source === undefined || agreed.source === 'default' ? { severity: 'info' as const } : {}),
          say: {
            zh: `${entry.id} 记的是 ${event.day} 的事，${late} 天后才入库；约定 ${days} 天之内。`,
            en: `${entry.id} records ${event.day} and was committed ${late} days later: the agreed term is ${days} days.`,
          },
        };
      }
    }
  },
});

const DEFAULT_DAYS = 3;

function eventOf(
  { kind, data }: Entry,
  { after }: Change,
): { readonly field: string; readonly day: LocalDate } | undefined {
  const field = after.kind(kind)?.event;
  const day = field === undefined ? undefined : dateOf(valueAt(data, field), offsetOf(after.config));
  return field === undefined || day === undefined ? undefined : { field, day };
}

/** The first commit that touched the file on that day or later. A row of a journal comes with its own commit. */
function committedOn({ path }: ChangedFile, day: LocalDate, { commits, after }: Change): LocalDate | undefined {
  const offset = offsetOf(after.config);
  const touching = commits.filter(({ hash, files }) => hash === undefined || files.some(file => file.path === path));
  return touching.map(({ at }) => dateOf(at, offset)).find(date => date !== undefined && date >= day);
}
