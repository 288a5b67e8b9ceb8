/**
 * What a generated document is written from: a period, a cut-off, and the words of the project. Facts after the cut-off
 * do not count.
 */
import { ALL, type Get, query } from '../../base/queries.ts';
import type { Language, Words } from '../../base/words.ts';
import type { Section } from '../../documents/document.ts';
import type { Entry } from '../../model/entry.ts';
import { contentOf } from '../../model/read/headings.ts';
import { modelled } from '../../model/read/modelled.ts';
import { entriesByKind } from '../../model/outline.ts';
import { catalogue, config } from '../../model/config/projectConfig.ts';
import { type LocalDate, parseDate } from './date.ts';
import { distinct } from '../kpi/distinct.ts';
import { dateOf, formatInstant, type Instant, localDate, momentOf, type Offset, parseInstant } from './instant.ts';
import { contains, periodEnd, type Period } from './period.ts';
import { offsetOf } from '../agreed/terms.ts';

/** An entry with typed data. */
export type EntryWith<D> = Omit<Entry, 'data'> & { readonly data: D };

/** The project up to a cut-off, for the text of a period. */
export interface MeasuredMoment {
  readonly get: Get;
  readonly period: Period;
  /** Later events do not count. */
  readonly cutoff: Instant;
  readonly language: Language;
  readonly offset: Offset;
  /** The text in the language of the project. */
  say(words: Words): string;
  /** The records of a kind with readable frontmatter, sorted by id. */
  entries<D = Entry['data']>(kind: string): readonly EntryWith<D>[];
  /** Whether a time or day is not after the cut-off. */
  happened(text: unknown): boolean;
  /** Whether a record existed by the cut-off: the day of its event had come. */
  happenedTo(entry: Pick<Entry, 'kind' | 'data'>): boolean;
  /** Whether a time or day is in the period and not after the cut-off. */
  within(text: unknown): boolean;
  /** A time as `2026-05-20 09:42`; empty when it is after the cut-off. */
  time(text: unknown): string;
  /** A day; empty when it is after the cut-off. */
  day(text: unknown): LocalDate | '';
  /** The label of an enum value, or of each in a list. */
  label(kind: string, field: string, value: unknown): string;
  /** The label of a state. */
  state(kind: string, state: string): string;
  /** The name of a person by id, from docket.yml or the staff records; the id when there is no such person. */
  person(id: unknown): string;
  /** The first sentence of a section; empty when there is none. */
  sentence(entry: Pick<Entry, 'path' | 'row'>, section: string): string;
}

/** The moment for a period and its cut-off. */
export function momentOfPeriod(get: Get, period: Period, cutoff: Instant): MeasuredMoment {
  const { language, ...judging } = get(config, ALL);
  const kinds = get(catalogue, ALL).kinds;
  const offset = offsetOf({ language, ...judging });
  const happened = (text: unknown): boolean => (momentOf(text, offset) ?? Number.POSITIVE_INFINITY) <= cutoff;
  const names = new Map([...judging.people.map(({ id, name }) => [id, name] as const), ...staffNames(get)]);
  return {
    get,
    period,
    cutoff,
    language,
    offset,
    happened,
    say: words => words[language],
    entries: kind => inOrder(distinct(get(entriesByKind, kind))) as readonly EntryWith<never>[],
    happenedTo: ({ kind, data }) => {
      const event = data[kinds.get(kind)?.event ?? 'created'] ?? data['created'];
      return event === undefined || happened(event);
    },
    within: text => happened(text) && contains(period, dateOf(text, offset)),
    time: text => (happened(text) ? localTime(text, offset) : ''),
    day: text => (happened(text) ? (dateOf(text, offset) ?? '') : ''),
    label: (kind, field, value) => labelOf(kinds.get(kind)?.fields.byKey.get(field), value, language),
    state: (kind, state) => kinds.get(kind)?.states.get(state)?.label[language] ?? state,
    person: id => names.get(String(id ?? '')) ?? String(id ?? ''),
    sentence: ({ path, row }, section) => (row === undefined ? get(sectionSentence, `${path}#${section}`) : ''),
  };
}

/** The cut-off of a report or ledger: that of its frontmatter (a day means its end), or the end of its period. */
export function cutoffOf(written: unknown, period: Period, offset: Offset): Instant {
  return parseInstant(written) ?? periodEnd({ to: parseDate(written) ?? period.to }, offset) - 1;
}

/** A cut-off as text: a date for the end of a day, otherwise a time to the second. */
export function cutoffText(cutoff: Instant, offset: Offset): string {
  const day = localDate(cutoff, offset);
  return cutoff + 1 === periodEnd({ to: day }, offset) ? day : formatInstant(cutoff, offset);
}

/**
 * The first sentence of a section by `path#section`. It is a query of its own, so that other changes of the text leave
 * the ledger as it is.
 */
const sectionSentence = query<string>('sectionSentence', (key, get) => {
  const at = key.lastIndexOf('#');
  const page = get(modelled, key.slice(0, at));
  const n = page.sections.get(key.slice(at + 1));
  return n === undefined ? '' : firstSentence(contentOf(page.document, page.document.sections[n] as Section));
});

function firstSentence(content: string): string {
  const paragraph = content.split(/\n\s*\n/).find(part => !/^\s*(?:#|\||[-*]\s|```)/.test(part)) ?? '';
  const line = paragraph.replace(/\s*\n\s*/g, '').trim();
  return /^.*?(?:[。！？]|[.!?](?=\s|$))/.exec(line)?.[0] ?? line;
}

function staffNames(get: Get): readonly (readonly [string, string])[] {
  return get(entriesByKind, 'staff').map(({ id, data }) => [id, String(data['name'] ?? id)] as const);
}

function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ broken }) => !broken).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function localTime(text: unknown, offset: Offset): string {
  const instant = parseInstant(text);
  return instant === undefined ? String(text) : formatInstant(instant, offset).slice(0, 16).replace('T', ' ');
}

type Labelled = {
  readonly enum: { readonly values: ReadonlyMap<string, Words> } | undefined;
  readonly of: Labelled | undefined;
};

function labelOf(field: Labelled | undefined, value: unknown, language: Language): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value))
    return value.map(one => labelOf(field?.of, one, language)).join(language === 'zh' ? '、' : ', ');
  return field?.enum?.values.get(String(value))?.[language] ?? String(value);
}
