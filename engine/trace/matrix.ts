/**
 * The traceability matrix: every item with its links, their state, and what covers it. `docket trace` prints it, the
 * editor and the matrix site show it.
 */
import { once } from '../base/once.ts';
import { ALL, type Get } from '../base/queries.ts';
import type { Path } from '../base/text.ts';
import type { Words } from '../base/words.ts';
import { isStated, type Item, type Link } from '../model/entry.ts';
import { findHolder, itemsByKind, linksFrom, linksTo, outline } from '../model/outline.ts';
import { catalogue } from '../model/config/projectConfig.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { gapsOf } from './gaps.ts';
import { itemLines } from './itemLines.ts';
import { type Suspect, suspectPairsOf, suspectsOf } from './suspects.ts';
import { codeOfItem, type TracedCode } from './tracedCode.ts';

/** The lines of the matrix. `version` counts changes of this form. */
interface Trace {
  readonly version: 1;
  readonly items: readonly TracedItem[];
}

/** A line of the matrix. */
export interface TracedItem {
  readonly id: string;
  /** Key of the item kind. */
  readonly kind: string;
  readonly title: string;
  readonly path: Path;
  /** From 1. */
  readonly line: number;
  readonly links: readonly TracedLink[];
  /** The code of the item: what it names, and what names it by a tag. */
  readonly code: readonly TracedCode[];
  /** Suspect pairs among its links, the links to it, and its code. */
  readonly suspects: readonly Suspect[];
  readonly coverage: Coverage;
  /** Keys of the columns that must not be empty and are. */
  readonly gaps: readonly string[];
}

/** A link of an item to another. */
interface TracedLink {
  readonly relation: string;
  readonly target: string;
  /**
   * `broken`: the target does not exist. `suspect`: the target is deleted, or has moved since docket.lock recorded that
   * the two agree.
   */
  readonly status: 'ok' | 'broken' | 'suspect';
  /** Why the link is suspect. */
  readonly reason?: Words;
}

/** The kinds of items that get lines in the matrix, in order. */
function tracedKinds(get: Get): readonly string[] {
  return [...get(catalogue, ALL).items.values()].flatMap(({ key, traced }) => (traced ? [key] : []));
}

/**
 * The matrix of the project, or of one identifier: an item, the items of a document, or the items that a record names
 * or that name it.
 */
export function traceOf(get: Get, id?: string): Trace {
  const kinds = tracedKinds(get);
  const items = id === undefined ? kinds.flatMap(kind => get(itemsByKind, kind)) : itemsMeant(id, kinds, get);
  return { version: 1, items: items.map(item => traced(item, get)).sort((a, b) => inOrder(a, b, kinds)) };
}

function itemsMeant(id: string, kinds: readonly string[], get: Get): readonly Item[] {
  const isTraced = ({ kind }: Item) => kinds.includes(kind);
  const holder = findHolder(get, id);
  if (holder?.item) return [holder.item];
  if (holder?.entry === undefined) return [];
  const within = get(outline, holder.entry.path).items.filter(({ document }) => document === id);
  if (within.length > 0) return within.filter(isTraced);
  const derived = get(linksTo, id)
    .filter(isStated)
    .map(({ from }) => from);
  const named = get(linksFrom, id)
    .filter(isStated)
    .map(({ target }) => target);
  return [...new Set([...derived, ...named])].flatMap(name => findHolder(get, name)?.item ?? []).filter(isTraced);
}

/** Links and code are found at first use, because a table shows neither. */
function traced(item: Item, get: Get): TracedItem {
  const { id, kind, title, path } = item;
  const links = once(() => linksOf(id, get));
  const code = once(() => codeOfItem(item, get));
  return {
    id,
    kind,
    title,
    path,
    line: get(itemLines, path)[id] ?? 1,
    get links() {
      return links();
    },
    get code() {
      return code();
    },
    suspects: suspectsOf(item, get),
    coverage: get(coverageOf, id),
    gaps: gapsOf(item, get),
  };
}

function linksOf(id: string, get: Get): readonly TracedLink[] {
  const { relations } = get(catalogue, ALL);
  const suspects = suspectPairsOf(id, get);
  return get(linksFrom, id)
    .filter(({ relation }) => relations.has(relation))
    .map(link => tracedLink(link, suspects, get))
    .sort((a, b) => compare(a.relation, b.relation) || compare(a.target, b.target));
}

function tracedLink({ relation, target }: Link, suspects: readonly Suspect[], get: Get): TracedLink {
  const holder = findHolder(get, target);
  if (holder === undefined) return { relation, target, status: 'broken' };
  if (holder.item?.attributes['status'] === 'deleted')
    return { relation, target, status: 'suspect', reason: { zh: `${target} 已删除`, en: `${target} is deleted` } };
  const stale = suspects.find(({ left }) => left === target);
  return stale === undefined
    ? { relation, target, status: 'ok' }
    : { relation, target, status: 'suspect', reason: stale.reason };
}

function inOrder(a: TracedItem, b: TracedItem, kinds: readonly string[]): number {
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compare(a.id, b.id) || compare(a.path, b.path);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
