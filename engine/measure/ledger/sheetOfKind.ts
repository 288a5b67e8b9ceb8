/**
 * A sheet that a kind describes as data: `ledger:` of the kind gives the field of each column, so that records of a
 * project's own kind are listed without code.
 */
import type { Field, Kind, SheetSpec } from '../../model/kinds/kinds.ts';
import type { EntryWith, MeasuredMoment } from '../time/moment.ts';
import { type SheetColumn, sheet, type Sheet } from './sheet.ts';

type Row = EntryWith<Readonly<Record<string, unknown>>>;

/** The sheet of a kind; undefined for a kind without `ledger` columns. */
export function sheetOfKind(kind: Kind): Sheet | undefined {
  const spec = kind.ledger.sheet;
  if (spec === undefined) return undefined;
  const columns = spec.columns.map(column => columnOf(column, kind));
  return { ...sheet<Row>(spec.key, moment => listed(kind, spec, moment), columns), label: kind.label };
}

/** The records with one of the named dates in the period; without names, the date of the kind's event. */
function listed(kind: Kind, { within }: SheetSpec, moment: MeasuredMoment): readonly Row[] {
  const dates = within.length > 0 ? within : [kind.event ?? 'created'];
  return moment.entries<Row['data']>(kind.key).filter(({ data }) => dates.some(date => moment.within(data[date])));
}

function columnOf({ field: key, label, after }: SheetSpec['columns'][number], kind: Kind): SheetColumn<Row> {
  const field = kind.fields.byKey.get(key);
  const cell = ({ id, status, data }: Row, moment: MeasuredMoment): unknown => {
    if (after !== undefined && !moment.happened(data[after])) return '';
    if (key === 'id') return id;
    return key === 'status' ? moment.state(kind.key, status ?? '') : valueText(data[key], field, kind, moment);
  };
  return [label ?? field?.label ?? { zh: key, en: key }, cell];
}

/** A value as the ledger shows it: labels for keys, names for people, times without offset. */
function valueText(value: unknown, field: Field | undefined, kind: Kind, moment: MeasuredMoment): unknown {
  switch (field?.of?.type ?? field?.type) {
    case 'datetime':
      return moment.time(value);
    case 'date':
      return moment.day(value);
    case 'person':
      return Array.isArray(value) ? value.map(moment.person).join('、') : moment.person(value);
    case 'enum':
      return moment.label(kind.key, field?.key ?? '', value);
    case 'boolean':
      return moment.say(value === true ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' });
    case 'map':
      return '';
    default:
      return Array.isArray(value) ? value.join('、') : value;
  }
}
