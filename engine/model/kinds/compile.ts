/**
 * The data of `docs-schema/`, with a project's own kinds laid over it → `Catalogue`. Runs at every start, so it only builds
 * maps, those of a kind's fields when the kind is first asked for; what can be checked about the data is checked when the product is built.
 */
import { once } from '../../base/once.ts';
import { compileEnum, compileFields, fold, labelOf, writtenList, writtenText } from './compileFields.ts';
import { globMatcher } from '../paths/globs.ts';
import { compileLedger, compileTakenOver } from './compileLedger.ts';
import { compileSections } from './compileSections.ts';
import type { Raw, RawCatalogue } from '../../../docs-schema/raw.ts';
import { byPlace, type Catalogue, type ItemKind, type Kind, type Relation, type Signer, type State } from './kinds.ts';

/** The data of `docs-schema/`, a project's kinds among it → the catalogue by names. Wrong data is not reported here: `readKind` leaves it out before. */
export function compileCatalogue(written: RawCatalogue): Catalogue {
  const raw = { ...written, enums: { ...written.enums, impacted_kinds: impactedKinds(written) } };
  const kinds = new Map(Object.entries(raw.kinds).map(([key, data]) => [key, compileKind(key, data, raw)]));
  const items = new Map(Object.entries(raw.items).map(([key, data]) => [key, compileItem(key, data, raw)]));
  const names = new Map<string, Kind>();
  for (const kind of kinds.values())
    for (const name of [...kind.aliases, kind.label.en, kind.label.zh, kind.key]) names.set(fold(name), kind);
  const patterns = [...kinds.values(), ...items.values()].flatMap(({ key, id }) => (id ? [{ key, id }] : []));
  const profiles = once(() => new Map(Object.entries(raw.profiles).map(([key, data]) => [key, compileProfile(data)])));
  return {
    kinds,
    items,
    relations: new Map(Object.entries(raw.relations).map(([key, data]) => [key, compileRelation(key, data)])),
    get profiles() {
      return profiles();
    },
    kindOfId: id => patterns.find(pattern => pattern.id.test(id))?.key,
    kindNamed: name => names.get(fold(name)),
    serviceClasses: compileEnum('service_class', raw.enums).values,
    hints: new Map(Object.entries(raw.base.hints ?? {}).map(([key, data]) => [key, labelOf(data, key)])),
  };
}

function placeOf(data: Raw): number | undefined {
  return typeof data['place'] === 'number' ? data['place'] : undefined;
}

/** The kinds of documents that a change may affect, as a list of values: what a row of its table names. */
function impactedKinds({ kinds }: RawCatalogue): Raw {
  const impacted = Object.entries(kinds).flatMap(([key, data]) =>
    data['impact'] === undefined ? [] : [{ key, data, place: placeOf(data) }],
  );
  return Object.fromEntries(
    byPlace(impacted).map(({ key, data }) => [key, { ...labelOf(data, key), aliases: writtenList(data['aliases']) }]),
  );
}

/**
 * Own kinds of a project replace or extend the built-in ones: same key, field by field. So do the items and relations that a
 * file defines beside its kind; a new item lives in documents of that kind.
 */
export function withProjectKinds(raw: RawCatalogue, own: readonly Raw[]): RawCatalogue {
  const kinds: Record<string, Raw> = { ...raw.kinds };
  let { enums, items, relations } = raw;
  for (const { items: ownItems, relations: ownRelations, ...kind } of own) {
    const key = String(kind['kind']);
    kinds[key] = merged(kinds[key] ?? { takes: ['record'] }, kind);
    if (kind['enums']) enums = { ...enums, ...(kind['enums'] as Raw) };
    items = laidOver(items, ownItems, { kinds: [key] });
    relations = laidOver(relations, ownRelations, {});
  }
  return { ...raw, kinds, enums, items, relations };
}

type Named = Readonly<Record<string, Raw>>;

/** `unlike`: what a new one has that does not say otherwise. */
function laidOver(below: Named, above: unknown, unlike: Raw): Named {
  const own = Object.entries((above as Named | null | undefined) ?? {}).filter(([, data]) => isMap(data));
  return { ...below, ...Object.fromEntries(own.map(([key, data]) => [key, merged(below[key] ?? unlike, data)])) };
}

function merged(below: Raw, above: Raw): Raw {
  const result: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const was = result[key];
    if (value === null) delete result[key];
    else result[key] = isMap(value) ? merged(isMap(was) ? was : {}, value) : value;
  }
  return result;
}

function isMap(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compileKind(key: string, data: Raw, raw: RawCatalogue): Kind {
  const groups = writtenList(data['takes']);
  const taken = groups.map(name => raw.base.groups[name] ?? {});
  const fields = once(() => {
    const all = [...taken.map(group => group['fields'] as Raw | undefined), data['fields'] as Raw | undefined];
    const together = all.reduce<Raw>((below, above) => merged(below, above ?? {}), {});
    return compileFields(withLinks(together, key, writtenList(data['links']), raw), raw.enums);
  });
  const folder = writtenText(data['folder']);
  const idSource = writtenText(data['id']);
  const files = writtenList(data['files']);
  const signers = ((data['signers'] as Signer[] | undefined) ?? []).map(signer => ({ ...signer }));
  return {
    key,
    label: labelOf(data, key),
    aliases: writtenList(data['aliases']),
    id: idSource === undefined ? undefined : patternOf(idSource),
    idSource,
    numbered: (writtenText(data['numbered']) ?? 'none') as Kind['numbered'],
    folder,
    folderPattern: folder === undefined ? undefined : folderPattern(folder),
    isFile: files.length === 0 ? () => false : globMatcher(files),
    groups,
    versions: (writtenText(data['versions']) ??
      taken.map(group => writtenText(group['versions'])).findLast(Boolean) ??
      'none') as Kind['versions'],
    place: placeOf(data),
    impact: writtenText(data['impact']) as Kind['impact'],
    madeBy: writtenText(data['made_by']),
    finished: data['finished'] === undefined ? undefined : writtenList(data['finished']),
    approves: data['approves'] === true,
    ledger: compileLedger(key, data['ledger']),
    serviceClass: writtenText(data['service_class']),
    takesOver: compileTakenOver(data['takes_over']),
    event: writtenText(data['event']),
    states: compileStates(statesOf(data['states'], raw), signers),
    get fields() {
      return fields();
    },
    times: writtenList(data['times']),
    links: writtenList(data['links']),
    sections: compileSections((data['sections'] as Raw | undefined) ?? {}),
    signers,
  };
}

/** `links:` is a map whose fields are the relations the kind may write. */
function withLinks(fields: Raw, kind: string, allowed: readonly string[], raw: RawCatalogue): Raw {
  const links = fields['links'] as Raw | undefined;
  if (links === undefined) return fields;
  const relations = allowed.map(name => [name, relationField(name, kind, raw.relations[name] ?? {})] as const);
  return { ...fields, links: { ...links, fields: Object.fromEntries(relations) } };
}

function relationField(name: string, kind: string, relation: Raw): Raw {
  const to = relation['to'] === 'same' ? [kind] : relation['to'] === 'any' ? [] : writtenList(relation['to']);
  return { ...relation, type: 'list', relation: name, of: { type: 'ref', to, relation: name } };
}

function statesOf(states: unknown, raw: RawCatalogue): Raw {
  if (typeof states === 'string') return (raw.base.states?.[states] as Raw | undefined) ?? {};
  return (states as Raw | undefined) ?? {};
}

/** A main state has reached itself and every main state before it; a side state says what it has reached. */
function compileStates(raw: Raw, signers: readonly Signer[]): ReadonlyMap<string, State> {
  const states = new Map<string, State>();
  const signing = signingStates(raw, signers);
  const main: string[] = [];
  for (const [key, value] of Object.entries(raw)) {
    const data = value as Raw;
    const side = data['side'] === true;
    if (!side) main.push(key);
    const reached = data['reached'] === undefined ? (side ? [] : main) : writtenList(data['reached']);
    states.set(key, {
      key,
      signed: [...reached, key].some(one => signing.has(one)),
      label: labelOf(data, key),
      aliases: writtenList(data['aliases']),
      reached: new Set([...reached, key]),
      resting: data['resting'] === true || data['final'] === true,
      final: data['final'] === true,
      side,
      to: writtenList(data['to']),
    });
  }
  return states;
}

/** Those the kind says sign, those its signers sign at, and the end of the main line. */
function signingStates(raw: Raw, signers: readonly Signer[]): ReadonlySet<string> {
  const states = Object.entries(raw as Readonly<Record<string, Raw>>);
  const own = states.filter(([, data]) => data['signs'] === true || (data['final'] === true && data['side'] !== true));
  return new Set([...own.map(([key]) => key), ...signers.map(({ from }) => from)]);
}

/** `records/ticket/{year}` also fits anywhere below the root: a project may keep its records in a subfolder. */
function folderPattern(folder: string): RegExp {
  const escaped = folder.replace(/[.+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+');
  return new RegExp(`(?:^|/)${escaped}/`);
}

function compileItem(key: string, data: Raw, raw: RawCatalogue): ItemKind {
  const idSource = writtenText(data['id']) ?? '';
  const column = data['column'] as Raw | undefined;
  const attributes = once(() => compileFields((data['attributes'] as Raw | undefined) ?? {}, raw.enums));
  return {
    key,
    label: labelOf(data, key),
    id: (idSource === '' ? undefined : patternOf(idSource)) ?? NEVER,
    idSource,
    traced: data['traced'] === true,
    column: column === undefined ? undefined : { key: writtenText(column['key']) ?? key, label: labelOf(column, key) },
    coveredBy: writtenList(data['covered_by']),
    kinds: writtenList(data['kinds']),
    form: (writtenText(data['form']) ?? 'heading') as ItemKind['form'],
    get attributes() {
      return attributes();
    },
  };
}

const NEVER = /(?!)/;

/** A project may write a broken pattern in a kind of its own; the kind then knows its ids by nothing but their place. */
function patternOf(source: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${source})$`);
  } catch {
    return undefined;
  }
}

function compileRelation(key: string, data: Raw): Relation {
  return {
    key,
    label: labelOf(data, key),
    aliases: writtenList(data['aliases']),
    from: writtenList(data['from']),
    to: writtenList(data['to']),
    owes: data['owes'] === true,
    reach: writtenText(data['reach']) as Relation['reach'],
    inverse: labelOf((data['inverse'] as Raw | undefined) ?? {}, key),
  };
}

function compileProfile(data: Raw): ReadonlyMap<string, ReturnType<typeof compileSections>> {
  const kinds = (data['kinds'] as Raw | undefined) ?? data;
  return new Map(
    Object.entries(kinds).map(([kind, tree]) => [
      kind,
      compileSections(((tree as Raw)['sections'] as Raw | undefined) ?? (tree as Raw)),
    ]),
  );
}
