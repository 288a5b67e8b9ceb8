/**
 * Coverage: what covers an item in each column of the matrix. A requirement is designed, coded, tested and described; a
 * design element detailed and coded; a unit coded. Each step follows the relations that `relations.yml` marks as
 * carrying a change.
 */
import { ALL, type Get, query } from '../base/queries.ts';
import { sameData } from '../base/sameData.ts';
import { codeOf as codeKey, isUnit } from '../links/code/bindings.ts';
import { boundOrTagged } from '../links/lock/lockAt.ts';
import { type TaggedCode, taggedCode } from '../links/code/taggedCode.ts';
import type { Item } from '../model/entry.ts';
import { findHolder, linksTo } from '../model/outline.ts';
import { catalogue } from '../model/config/projectConfig.ts';
import { idsIn } from '../model/read/references.ts';
import { CODE_COLUMN, columnOf, matrixColumns } from './columns.ts';

/**
 * The covering parts by column of the matrix, sorted: identifiers; code as `path` or `path#Symbol`; sections as
 * `ZZGL-SUM#5.6 超期预警`. Tags in code count too.
 */
export type Coverage = Readonly<Record<string, readonly string[]>>;

/** The coverage of an item, by its identifier. */
export const coverageOf = query<Coverage>(
  'coverage',
  (id, get) => {
    const found = new Map(get(matrixColumns, ALL).map(({ key }) => [key, [] as string[]]));
    const add = (column: string | undefined, names: readonly string[]) => void found.get(column ?? '')?.push(...names);
    const item = findHolder(get, id)?.item;
    const refined = item === undefined ? [] : refiningItems(item, get);
    for (const one of refined) add(columnOf(one.kind, get), [one.id]);
    for (const unit of [...(item === undefined ? [] : [item]), ...refined])
      if (isUnit(unit, get)) add(CODE_COLUMN.key, codeOf(unit.id, get));
    add(CODE_COLUMN.key, taggedWith(id, 'implements', get));
    for (const { name, column } of answering(id, get)) add(column, [name]);
    return Object.fromEntries([...found].map(([key, names]) => [key, sorted(names)]));
  },
  sameData,
);

/** The items that refine an item, step by step: the elements of a requirement, then their units. */
function refiningItems(item: Item, get: Get): readonly Item[] {
  const found = new Map<string, Item>();
  for (let level: readonly Item[] = [item]; level.length > 0; ) {
    level = level.flatMap(one => refining(one, get)).filter(({ id }) => id !== item.id && !found.has(id));
    for (const one of level) found.set(one.id, one);
  }
  return [...found.values()];
}

/** The items with a relation to this one that may lead to its kind; an item may also name them itself. */
function refining({ id, kind, attributes }: Item, get: Get): readonly Item[] {
  const { relations, items } = get(catalogue, ALL);
  const leads = (name: string) =>
    relations.get(name)?.reach === 'along' && relations.get(name)?.to.includes(kind) === true;
  const pointing = get(linksTo, id).flatMap(({ relation, from }) =>
    leads(relation) ? (aliveItem(from, get) ?? []) : [],
  );
  const named = [...(items.get(kind)?.attributes.byKey.values() ?? [])].flatMap(({ key, answeredBy }) => {
    const from = relations.get(answeredBy ?? '')?.from ?? [];
    const written = attributes[key];
    return typeof written === 'string' && from.length > 0
      ? idsIn(written)
          .flatMap(target => aliveItem(target, get) ?? [])
          .filter(target => from.includes(target.kind))
      : [];
  });
  return [...pointing, ...named];
}

/** What covers the item directly: test cases, sections, code that verifies it. */
function answering(id: string, get: Get): readonly { readonly name: string; readonly column: string | undefined }[] {
  const { relations } = get(catalogue, ALL);
  const columnFilledBy = (relation: string, kind: string | undefined) =>
    [...(kind === undefined ? [] : [kind]), ...(relations.get(relation)?.from ?? [])]
      .map(from => columnOf(from, get))
      .find(Boolean);
  const linked = get(linksTo, id).flatMap(({ relation, from }) => {
    if (relations.get(relation)?.reach !== 'back') return [];
    // Sections have no identifier of their own: the document and the heading name them.
    if (from.includes('#')) return [{ name: from, column: columnFilledBy(relation, undefined) }];
    const item = aliveItem(from, get);
    return item === undefined ? [] : [{ name: from, column: columnFilledBy(relation, item.kind) }];
  });
  return [
    ...linked,
    ...taggedWith(id, 'verifies', get).map(name => ({ name, column: columnFilledBy('verifies', undefined) })),
  ];
}

/** The code that a unit names, and the code whose tags name it. */
function codeOf(unit: string, get: Get): readonly string[] {
  const item = aliveItem(unit, get);
  return item === undefined ? [] : boundOrTagged(item, get).map(codeKey);
}

/** The code whose tags name the item; a requirement may be named in code too. */
function taggedWith(id: string, relation: TaggedCode['relation'], get: Get): readonly string[] {
  if (relation === 'implements' && isUnit(aliveItem(id, get), get)) return [];
  return get(taggedCode, id).flatMap(tagged => (tagged.relation === relation ? [codeKey(tagged)] : []));
}

function aliveItem(id: string, get: Get): Item | undefined {
  const item = findHolder(get, id)?.item;
  return item?.attributes['status'] === 'deleted' ? undefined : item;
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
