/** The values a new document begins with. What only the writer can know stays empty and is listed. */
import type { Config } from '../../engine/model/config/config.ts';
import { type Data, valueAt } from '../../engine/model/entry.ts';
import type { Catalogue, Field, Fields } from '../../engine/model/kinds/kinds.ts';
import { carriedQuotes } from './quotes.ts';
import type { Request } from './request.ts';

/** One line of the frontmatter to be: a value, a map of lines, or nothing yet. */
export type Slot = { readonly field: Field; readonly path: string } & (
  | { readonly sort: 'value'; readonly value: unknown }
  | { readonly sort: 'map'; readonly slots: readonly Slot[] }
  | { readonly sort: 'empty' }
);

interface Known extends Request {
  readonly config: Config;
  readonly catalogue: Catalogue;
}

/** Written by the draft itself: identity, heading and links. */
const ELSEWHERE = new Set(['id', 'type', 'title', 'links']);

/** The fields a new record shows, in the order of its kind, with the values that are known. */
export function slotsOf(known: Known): readonly Slot[] {
  return slotsWithin(known.kind.fields, '', known);
}

function slotsWithin(fields: Fields, at: string, known: Known): readonly Slot[] {
  return [...fields.byKey.values()].flatMap(field => {
    if (at === '' && ELSEWHERE.has(field.key)) return [];
    const slot = slotOf(field, `${at}${field.key}`, known);
    return slot === undefined ? [] : [slot];
  });
}

function slotOf(field: Field, path: string, known: Known): Slot | undefined {
  const value = known.given.get(path) ?? knownValue(field, path, known);
  if (value !== undefined) return { field, path, sort: 'value', value };
  const isGivenWithin = [...known.given.keys()].some(key => key.startsWith(`${path}.`));
  if (!isWanted(field) && !isGivenWithin) return undefined;
  if (field.fields === undefined || field.type === 'links') return { field, path, sort: 'empty' };
  return { field, path, sort: 'map', slots: slotsWithin(field.fields, `${path}.`, known) };
}

/** Required at once, and nothing else says it. A list that lives in a table is not typed up here. */
function isWanted({ required, derived, default: otherwise, defaultFrom, table }: Field): boolean {
  return (
    required && derived === undefined && otherwise === undefined && defaultFrom === undefined && table === undefined
  );
}

function knownValue(field: Field, path: string, known: Known): unknown {
  const { kind, config, from } = known;
  if (path === 'status') return kind.states.keys().next().value;
  if (path === 'system') return field.required ? systemOf(known) : undefined;
  if (path === 'created') return known.today;
  if (field.type === 'person' && isWanted(field)) return known.me;
  if (path === kind.event && isWanted(field)) return field.type === 'datetime' ? known.now : known.today;
  if (from !== undefined && !path.includes('.'))
    return carriedQuotes(from, kind, field, known.catalogue) ?? ofProject(path, config, known);
  return ofProject(path, config, known);
}

function systemOf({ config, from }: Known): string | undefined {
  const written = from === undefined ? undefined : valueAt(from.data, 'system');
  if (typeof written === 'string') return written;
  return config.systems.length === 1 ? config.systems[0]?.code : undefined;
}

/** What docket.yml says already. */
function ofProject(path: string, { project }: Config, { kind, catalogue }: Known): unknown {
  if (!kind.fields.byKey.get(path)?.required) return undefined;
  const known: Data = {
    version: 'V0.1',
    template_profile: [...catalogue.profiles].find(([, kinds]) => kinds.has(kind.key))?.[0],
    contract_no: project.contract || undefined,
    service_period: project.period,
    employer: project.contractor || undefined,
  };
  return known[path];
}

/** The lines without a value, at any depth. */
export function emptySlots(slots: readonly Slot[]): readonly Slot[] {
  return slots.flatMap(slot => (slot.sort === 'map' ? emptySlots(slot.slots) : slot.sort === 'empty' ? [slot] : []));
}
