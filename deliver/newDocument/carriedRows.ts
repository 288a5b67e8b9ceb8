/** Tables that a new inspection begins with: docket.yml and the inspection before say what is inspected. */
import type { Config } from '../../engine/model/config/config.ts';
import type { Entry } from '../../engine/model/entry.ts';
import type { Field } from '../../engine/model/kinds/kinds.ts';
import { headerOf } from './body.ts';

type Row = Readonly<Record<string, unknown>>;

/** The rows a table of a new record begins with, from the configuration or from the record before it. */
export function carriedRows(
  field: Field,
  constants: object,
  before: Entry | undefined,
  config: Config,
  today: string,
): readonly (readonly string[])[] {
  const lasting = [...(field.of?.fields?.byKey.values() ?? [])].flatMap(({ key, lasts }) => (lasts ? [key] : []));
  if (lasting.length === 0) return [];
  const earlier = rowsOf(before?.data[field.key]).filter(row =>
    Object.entries(constants).every(([key, value]) => row[key] === value),
  );
  const rows = declaredRows(field.key, config, today).map(row => ({ ...matching(earlier, row, lasting), ...row }));
  return (rows.length > 0 ? rows : earlier).map(row => cellsOf(field, constants, lasting, row));
}

function cellsOf(field: Field, constants: object, lasting: readonly string[], row: Row): readonly string[] {
  return headerOf(field, constants).map(({ key }) => (lasting.includes(key) ? String(row[key] ?? '') : ''));
}

function matching(rows: readonly Row[], wanted: Row, lasting: readonly string[]): Row {
  return rows.find(row => lasting.every(key => wanted[key] === undefined || row[key] === wanted[key])) ?? {};
}

/** Volumes and tablespaces in use on the day. */
function declaredRows(list: string, { systems }: Config, today: string): readonly Row[] {
  const inUse = ({ from, to }: { from: string | undefined; to: string | undefined }) =>
    (from ?? '') <= today && today <= (to ?? '9999');
  if (list === 'storage')
    return systems.flatMap(({ servers }) =>
      servers.filter(inUse).flatMap(({ name, parts }) => parts.map(volume => ({ server: name, volume }))),
    );
  if (list === 'tablespaces')
    return systems.flatMap(({ databases }) =>
      databases.filter(inUse).flatMap(({ name, parts }) => parts.map(tablespace => ({ db: name, tablespace }))),
    );
  return [];
}

function rowsOf(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object' && row !== null) : [];
}
