/** Values in a wrong form: where they are, what was meant, and what the field may contain. */
import { parseDate } from '../../measure/time/date.ts';
import { parseInstant } from '../../measure/time/instant.ts';
import { valueAt } from '../../model/entry.ts';
import type { Words } from '../../base/words.ts';
import type { Catalogue, Field, Fields } from '../../model/kinds/kinds.ts';
import type { Described } from '../../model/schemas/jsonSchema.ts';
import { leavesOf } from '../../model/read/references.ts';
import { valueErrors } from '../../model/schemas/validators.ts';
import { setValue } from '../fixes.ts';
import { quotable } from '../runner/mask.ts';
import { closest } from '../nearest.ts';
import type { EntryPage, Remark } from '../rule.ts';
import type { Settings } from '../project.ts';
import { corrected } from './corrections.ts';
import { expected } from './expected.ts';

/** One report for each value of a record that its field does not accept. */
export function* wrongValues(page: EntryPage, settings: Settings): Iterable<Remark> {
  if (page.entry.broken) return;
  const wrong = new Set(valueErrors(page.kind, page.normalised.data).map(({ instancePath }) => instancePath));
  for (const { pointer, field, value } of leavesOf(page.kind.fields, page.normalised.data))
    if (pointer !== '/type' && isNoSuch(field, value, settings)) wrong.add(pointer);
  for (const pointer of wrong) {
    const field = fieldAt(page.kind.fields, pointer);
    // A computed value has no place; the values it is computed from are checked themselves.
    if (field !== undefined && page.normalised.places.has(pointer)) yield wrongValue(page, field, pointer, settings);
  }
}

/** Errors that no pattern finds: 30 February, an unknown kind. doc/type-known checks the type itself. */
function isNoSuch({ type }: Field, value: unknown, { catalogue }: Settings): boolean {
  if (typeof value !== 'string') return false;
  if (type === 'date') return parseDate(value) === undefined;
  if (type === 'datetime') return parseInstant(value) === undefined;
  return type === 'kind' && catalogue.kindNamed(value) === undefined;
}

/**
 * The field at a JSON pointer (`/approvals/0/at`); undefined when there is none. A column of a list of plain values has
 * the label of the list.
 */
export function fieldAt(fields: Fields, pointer: string): Field | undefined {
  let field: Field | undefined;
  let within: Fields | undefined = fields;
  for (const part of pointer.split('/').slice(1)) {
    const next: Field | undefined = field?.type === 'list' ? field.of : within?.byKey.get(part);
    if (next === undefined) return undefined;
    field = field?.type === 'list' ? { ...next, label: field.label } : next;
    within = next.fields;
  }
  return field;
}

function wrongValue(page: EntryPage, field: Field, pointer: string, { config, catalogue }: Settings): Remark {
  const { id } = page.entry;
  const value = valueAt(page.normalised.data, pointer);
  const better = corrected(field, value, config.calendar.offset);
  const meant = better === value ? undefined : better;
  const near = meant === undefined ? nearestChoice(page.kind, field, value) : undefined;
  const say = sayWrong(field, value, page.kind, catalogue, { zh: `${id} 的`, en: ` of ${id}` });
  const fixes =
    meant !== undefined ? [setValue(page, pointer, meant, true)] : near ? [setValue(page, pointer, near, false)] : [];
  return { at: page.at(pointer), say, id, fixes };
}

/** The message about a wrong value. `of` names the owner of the field and may be empty. */
function sayWrong(field: Field, value: unknown, kind: Described, catalogue: Catalogue, of: Words): Words {
  const near = nearestChoice(kind, field, value);
  const should = expected(field, kind, catalogue);
  const typed = quotable(value ?? '');
  return {
    zh: `${of.zh}“${field.label.zh}”写作“${typed}”，应为${should.zh}。${near ? `是否指 ${near}？` : ''}`,
    en: `${field.label.en}${of.en} says “${typed}” but should be ${should.en}.${near ? ` Did you mean ${near}?` : ''}`,
  };
}

/** The enum value or state whose key or label is closest to what was written. */
function nearestChoice({ states }: Described, field: Field, value: unknown): string | undefined {
  const choices =
    field.type === 'state' ? new Map([...states].map(([key, { label }]) => [key, label])) : field.enum?.values;
  if (choices === undefined || typeof value !== 'string') return undefined;
  const names = new Map(
    [...choices].flatMap(
      ([key, { zh, en }]) =>
        [
          [key, key],
          [zh, key],
          [en, key],
        ] as const,
    ),
  );
  const name = closest(
    value,
    [...names.keys()].filter(candidate => candidate.length > 2),
  );
  return name === undefined ? undefined : names.get(name);
}
