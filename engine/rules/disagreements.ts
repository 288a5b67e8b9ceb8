/**
 * Typed values that differ from what the same document says elsewhere: a total and its rows, a period and the id. The
 * field names the rule that reports it; without one `doc/derived-agrees` does.
 */
import { facts } from '../model/derive/derivations.ts';
import type { Data } from '../model/entry.ts';
import type { Field, Fields } from '../model/kinds/kinds.ts';
import { setValue } from './fixes.ts';
import { valueWords } from './names.ts';
import type { EntryPage, Remark } from './rule.ts';
import type { Settings } from './project.ts';

interface Disagreement {
  readonly rule: string;
  readonly report: Remark;
}

/** The reports of one rule about typed values that can also be computed. */
export function* disagreementsFor(rule: string, page: EntryPage, settings: Settings): Iterable<Remark> {
  for (const found of disagreementsOf(page, settings)) if (found.rule === rule) yield found.report;
}

const known = new WeakMap<EntryPage, readonly Disagreement[]>();

function disagreementsOf(page: EntryPage, settings: Settings): readonly Disagreement[] {
  const before = known.get(page);
  if (before) return before;
  const found = page.entry.broken ? [] : [...disagreeingFields(page, settings, page.kind.fields, page.data, '')];
  known.set(page, found);
  return found;
}

function* disagreeingFields(
  page: EntryPage,
  settings: Settings,
  fields: Fields,
  data: Data,
  at: string,
): Iterable<Disagreement> {
  for (const field of fields.byKey.values()) {
    const pointer = `${at}/${field.key}`;
    const value = data[field.key];
    if (value === undefined || !page.normalised.places.has(pointer)) continue;
    const computed = computedValue(field, page, settings, data);
    if (computed !== undefined && !agrees(value, computed, TOLERANCES[field.derived ?? ''] ?? 0.005)) {
      yield disagreement(page, field, pointer, value, computed);
    }
    if (field.of?.fields && Array.isArray(value)) {
      for (const [n, row] of value.entries())
        yield* disagreeingFields(page, settings, field.of.fields, dataOf(row), `${pointer}/${n}`);
    } else if (field.fields) yield* disagreeingFields(page, settings, field.fields, dataOf(value), pointer);
  }
}

function computedValue(field: Field, page: EntryPage, { catalogue, config }: Settings, data: Data): unknown {
  const { document, kind } = page;
  const systems = config.systems.map(({ code }) => code);
  return facts[field.derived ?? '']?.({ document, kind, catalogue, systems, data, record: page.data }, field);
}

/** Allowed difference of a number, in its own unit: people round a usage or a duration to a whole number. */
const TOLERANCES: Readonly<Record<string, number>> = { usage_gb: 1, usage_mb: 1, outage_minutes: 1, survey_score: 1 };

/**
 * Whether a typed value agrees with the computed one. In a map only typed parts are compared. `doc/schema` reports
 * values of a wrong type.
 */
function agrees(typed: unknown, computed: unknown, tolerance: number): boolean {
  if (typeof typed !== typeof computed) return true;
  if (typeof typed === 'number' && typeof computed === 'number') return Math.abs(typed - computed) <= tolerance;
  if (typeof typed === 'object')
    return Object.entries(dataOf(typed)).every(([key, value]) => agrees(value, dataOf(computed)[key], tolerance));
  return typed === computed || (isMoment(typed) && Date.parse(typed) === Date.parse(String(computed)));
}

function isMoment(text: unknown): text is string {
  return typeof text === 'string' && /^\d{4}-\d\d-\d\dT/.test(text);
}

function disagreement(page: EntryPage, field: Field, pointer: string, value: unknown, computed: unknown): Disagreement {
  const { id } = page.entry;
  const typed = valueWords(field, value);
  const found = valueWords(field, computed);
  const say = {
    zh: `${id} 的“${field.label.zh}”写作 ${typed.zh}，按文档其他内容应为 ${found.zh}。`,
    en: `${field.label.en} of ${id} says ${typed.en}, but the rest of the document gives ${found.en}.`,
  };
  const fixes = typeof computed === 'object' ? [] : [setValue(page, pointer, computed, false)];
  return { rule: field.rule ?? 'doc/derived-agrees', report: { at: page.at(pointer), say, id, fixes } };
}

function dataOf(value: unknown): Data {
  return typeof value === 'object' && value !== null ? (value as Data) : {};
}
