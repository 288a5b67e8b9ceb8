/**
 * What a kind requires and a record lacks: fields, sections, signatures. The kind names the rule that reports each;
 * `doc/schema`, `doc/section-required` and `sign/required` report the rest. There is one finding per missing thing.
 */
import { fold } from '../../model/kinds/compileFields.ts';
import { contentOf } from '../../model/read/headings.ts';
import { type Data, valueAt } from '../../model/entry.ts';
import type { Field, Fields, Kind, SectionSpec } from '../../model/kinds/kinds.ts';
import { keyPlaceOf, type Place } from '../../model/place.ts';
import { isFinished, isPlaceholder } from '../placeholders.ts';
import type { EntryPage, Remark } from '../rule.ts';
import { tailoredSections } from '../tailoring.ts';

/** A remark about one missing thing, with the rule that makes it. */
export interface Unmet {
  readonly rule: string;
  readonly remark: Remark;
}

/** The remarks of one rule about what is missing in a record. */
export function* unmetFor(rule: string, page: EntryPage): Iterable<Remark> {
  for (const unmet of unmetOf(page)) if (unmet.rule === rule) yield unmet.remark;
}

const known = new WeakMap<EntryPage, readonly Unmet[]>();

/** All remarks about what is missing in a record; none for a record whose frontmatter cannot be read. */
export function unmetOf(page: EntryPage): readonly Unmet[] {
  const before = known.get(page);
  if (before) return before;
  const unmet = page.entry.broken
    ? []
    : [...missingFields(page, page.kind.fields, page.normalised.data, ''), ...missingSections(page)];
  known.set(page, unmet);
  return unmet;
}

function* missingFields(page: EntryPage, fields: Fields, data: Data, at: string): Iterable<Unmet> {
  for (const field of fields.byKey.values()) {
    const value = data[field.key];
    const pointer = `${at}/${field.key}`;
    if (isEmpty(value)) {
      if (isDemanded(field, page, data)) yield missingField(page, field, at);
    } else if (field.fields) yield* missingFields(page, field.fields, asData(value), pointer);
    else if (field.of?.fields && Array.isArray(value)) {
      for (const [n, row] of value.entries())
        yield* missingFields(page, field.of.fields, asData(row), `${pointer}/${n}`);
    }
  }
}

/** Whether a field or section is required now. With a milestone and a condition, both must be true. */
export function isDemanded(
  { required, requiredFrom, requiredIf }: Field | SectionSpec,
  page: EntryPage,
  data: Data,
): boolean {
  if (required) return true;
  if (requiredFrom === undefined && requiredIf === undefined) return false;
  const isReached = requiredFrom === undefined || page.reached(requiredFrom);
  return isReached && (requiredIf === undefined || holds(requiredIf, data, page.data));
}

/** Whether all conditions are true. A list of values means any of them, `present` any value, `absent` no value. */
export function holds(conditions: Data, data: Data, record: Data): boolean {
  return Object.entries(conditions).every(([path, wanted]) => {
    const value = valueAt(data, path) ?? valueAt(record, path);
    if (wanted === 'present') return !isEmpty(value);
    if (wanted === 'absent') return isEmpty(value);
    const values = Array.isArray(value) ? value.map(String) : [String(value)];
    return (Array.isArray(wanted) ? wanted : [wanted]).some(one => values.includes(String(one)));
  });
}

function missingField(page: EntryPage, field: Field, at: string): Unmet {
  const { label, requiredFrom } = field;
  const state = requiredFrom === undefined || field.required ? undefined : page.kind.states.get(requiredFrom)?.label;
  const { id } = page.entry;
  const zh = `${id} 缺少“${label.zh}”（${field.key}）${state ? `：状态已到“${state.zh}”` : ''}。`;
  const en = `${id} has no ${label.en} (${field.key})${state ? `, which the state ${state.en} requires` : ''}.`;
  return { rule: field.rule ?? 'doc/schema', remark: { at: placeOf(page, field, at), say: { zh, en }, id } };
}

/** The place of the key without a value; else the place of what lacks it. Cells of a table have no key of their own. */
function placeOf(page: EntryPage, { key }: Field, at: string): Place {
  const pointer = `${at}/${key}`;
  const place = page.normalised.places.get(pointer);
  const hasKey =
    place !== undefined && place.keySpan.start < place.keySpan.end && place.keySpan.end <= place.span.start;
  return hasKey ? keyPlaceOf(page.at(pointer)) : page.at(at);
}

function* missingSections(page: EntryPage): Iterable<Unmet> {
  if (page.entry.row === undefined) {
    const tailored = tailoredSections(page);
    for (const spec of page.modelled.specs) yield* missingSection(page, spec, tailored);
    return;
  }
  for (const spec of page.kind.sections) {
    if (isDemanded(spec, page, page.data) && !page.entry.sections.includes(spec.key))
      yield unmetSection(page, spec, 'absent');
  }
}

function* missingSection(
  page: EntryPage,
  spec: SectionSpec,
  tailored: (spec: SectionSpec) => boolean,
): Iterable<Unmet> {
  if (tailored(spec)) return;
  const section = page.section(spec.key);
  if (isDemanded(spec, page, page.data)) {
    if (section === undefined) {
      yield unmetSection(page, spec, 'absent');
      return;
    }
    const content = contentOf(page.document, section);
    const isSpokenFor = isPlaceholder(content) && isFinished(page);
    if (!isSpokenFor && content.replace(/\s/g, '').length < spec.min)
      yield unmetSection(page, spec, content === '' ? 'empty' : 'short');
  }
  for (const below of spec.sections) yield* missingSection(page, below, tailored);
}

const HOW = {
  absent: { zh: '缺少章节', en: 'lacks the section' },
  empty: { zh: '章节为空：', en: 'has no content under' },
  short: { zh: '章节内容过少：', en: 'has too little content under' },
};

function unmetSection(page: EntryPage, spec: SectionSpec, how: keyof typeof HOW): Unmet {
  const { id } = page.entry;
  const state = spec.requiredFrom === undefined ? undefined : page.kind.states.get(spec.requiredFrom)?.label;
  const zh = `${id} ${state ? `${state.zh}，但` : ''}${HOW[how].zh}“${spec.label.zh}”${how === 'short' ? `（至少 ${spec.min} 字）` : ''}。`;
  const en = `${id} ${HOW[how].en} “${spec.label.en}”${state ? `, required from the state ${state.en}` : ''}${how === 'short' ? ` (at least ${spec.min} characters)` : ''}.`;
  const inChapter =
    how === 'absent' && page.kind.versions !== 'none'
      ? { unlessChapter: [spec.key, spec.label.zh, spec.label.en, ...spec.aliases].map(fold) }
      : {};
  const fixes = how === 'absent' && !hasColumn(page, spec) ? [addSection(page, spec)] : [];
  return {
    rule: spec.rule ?? 'doc/section-required',
    remark: { at: page.atSection(spec.key), say: { zh, en }, id, fixes, ...inChapter },
  };
}

/** A row whose journal has a column for the section: there is nothing to add, only a person can fill the cell. */
function hasColumn(
  { document: { tables }, entry: { row }, normalised: { places } }: EntryPage,
  spec: SectionSpec,
): boolean {
  if (row === undefined) return false;
  const start = places.get('')?.span.start;
  const header = tables.find(({ rows }) => rows.some(({ span }) => span.start === start))?.header ?? [];
  const names = new Set([spec.key, spec.label.zh, spec.label.en, ...spec.aliases].map(fold));
  return header.some(({ text }) => names.has(fold(text)));
}

function addSection(page: EntryPage, spec: SectionSpec) {
  const title = { zh: `添加章节“${spec.label.zh}”`, en: `Add the section “${spec.label.en}”` };
  return { title, safe: false, edits: [{ do: 'add-section' as const, at: page.atSection(spec.key), text: '' }] };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function asData(value: unknown): Data {
  return typeof value === 'object' && value !== null ? (value as Data) : {};
}

/** The signers whose signature is required in the present state of a record. */
export function signersDue(kind: Kind, page: EntryPage): readonly Kind['signers'][number][] {
  return kind.signers.filter(
    ({ from, if: condition }) =>
      page.reached(from) && (condition === undefined || holds(condition, page.data, page.data)),
  );
}
