/** Sheets of what continues over periods: 人员台账, 文档版本台账. */
import type { Staff } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import { catalogue } from '../../model/config/projectConfig.ts';
import { localDate } from '../time/instant.ts';
import type { EntryWith, MeasuredMoment } from '../time/moment.ts';
import { rowsIn } from '../facts/facts.ts';
import { at, sheet } from './sheet.ts';

/** 人员台账: people on the project in the period. */
export const staff = sheet<EntryWith<Staff>>(
  'staff',
  ({ entries, period, cutoff, offset }) => {
    const last = [period.to, localDate(cutoff, offset)].sort()[0] ?? period.to;
    return entries<Staff>('staff').filter(
      ({ data: { entry_date, leave_date } }) => (entry_date ?? '9') <= last && (leave_date ?? '9') >= period.from,
    );
  },
  [
    [at('编号', 'Person'), ({ id }) => id],
    [at('姓名', 'Name'), ({ data }) => data.name],
    [at('岗位', 'Post'), ({ data }) => data.post],
    [at('角色', 'Roles'), ({ data }, { label }) => label('staff', 'roles', data.roles)],
    [at('服务层级', 'Line'), ({ data }, { label }) => label('staff', 'line', data.line)],
    [at('驻场', 'On site'), ({ data }, { say }) => say(data.onsite ? at('是', 'yes') : at('否', 'no'))],
    [
      at('关键数据岗位', 'Key data post'),
      ({ data }, { say }) => say(data.key_data_post ? at('是', 'yes') : at('否', 'no')),
    ],
    [at('入场日期', 'Entered'), ({ data }, { day }) => day(data.entry_date)],
    [at('离场日期', 'Left'), ({ data }, { day }) => day(data.leave_date)],
  ],
);

interface Revision {
  readonly id: string;
  readonly title: unknown;
  readonly version?: string | undefined;
  readonly date?: string | undefined;
  readonly author?: string | undefined;
  readonly summary?: string | undefined;
}

/** 文档版本台账: revisions of documents in the period. */
export const documents = sheet<Revision>('documents', revisions, [
  [at('文档编号', 'Document'), ({ id }) => id],
  [at('文档名称', 'Title'), ({ title }) => title],
  [at('版本', 'Version'), ({ version }) => version],
  [at('修订日期', 'Date'), ({ date }) => date],
  [at('修订人', 'Author'), ({ author }, { person }) => person(author)],
  [at('修订内容', 'Summary'), ({ summary }) => summary],
]);

/** The revisions of all documents of kinds with revisions. */
function revisions({ get, entries, within }: MeasuredMoment): readonly Revision[] {
  const revised = [...get(catalogue, ALL).kinds.values()].filter(({ versions }) => versions === 'revisions');
  return revised
    .flatMap(({ key }) => entries(key))
    .flatMap(({ id, data }) =>
      rowsIn(data['revisions'] as readonly Omit<Revision, 'id' | 'title'>[] | undefined).map(row => ({
        ...row,
        id,
        title: data['title'],
      })),
    )
    .filter(({ date }) => within(date))
    .sort((a, b) => (a.date ?? '').localeCompare(b.date ?? '') || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
