/**
 * Which design units describe which code: by the globs of a unit's `code:` attribute (`path#Symbol` names one symbol), or by a tag
 * in the code itself. A binding is directed: when the code moves, the unit owes.
 */
import { ALL, type Get, index, query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import { asPath, type Path } from '../../base/text.ts';
import { codeSource } from '../../code/sourceOf.ts';
import { listOf, textOf } from '../../model/config/config.ts';
import type { Item } from '../../model/entry.ts';
import { globBase, globMatcher } from '../../model/paths/globs.ts';
import { findHolder, outline } from '../../model/outline.ts';
import { isBoundToCode } from '../../model/kinds/kinds.ts';
import { catalogue, documentPaths } from '../../model/config/projectConfig.ts';

/** One unit and one place of code. */
export interface Binding {
  readonly unit: string;
  readonly path: Path;
  /** Only this symbol of the file; undefined for all of it. */
  readonly symbol: string | undefined;
}

interface Named {
  readonly unit: string;
  readonly glob: string;
  readonly symbol: string | undefined;
}

/** What units name, by the folder their globs stay below, or by the path itself. */
const namedBelow = index<Named>('namedBelow', documentPaths, function* (path, get): Iterable<[string, Named]> {
  for (const item of get(outline, path).items) for (const named of namedBy(item)) yield [globBase(named.glob), named];
});

/** Whether an item is one that describes code: a design unit, or an item of a project's own kind with the attribute `code`. */
export function isUnit(item: Pick<Item, 'kind'> | undefined, get: Get): boolean {
  return item !== undefined && isBoundToCode(get(catalogue, ALL).items.get(item.kind));
}

/** Globs and symbols of a unit's attribute; none for a unit that is deleted. */
export function namedBy({ id, attributes }: Item): readonly Named[] {
  if (attributes['status'] === 'deleted') return [];
  return listOf(attributes['code'])
    .map(textOf)
    .map(written => {
      const [, glob = '', symbol] = /^(?:\.\/)?([^#]*)(?:#(.*))?$/.exec(written.replaceAll('\\', '/').trim()) ?? [];
      return { unit: id, glob, symbol: symbol === '' ? undefined : symbol };
    });
}

/** The units that describe a file, each once for every symbol it names; in order of units. */
export const bindingsOf = query<readonly Binding[]>(
  'bindingsOf',
  (path, get) => {
    const named = foldersOf(path)
      .flatMap(folder => get(namedBelow, folder))
      .filter(({ glob }) => glob === path || globMatcher([glob], { dot: true })(path));
    const all = [...named, ...taggedIn(path, get)].map(({ unit, symbol }) => ({ unit, path: asPath(path), symbol }));
    const whole = new Set(all.filter(({ symbol }) => symbol === undefined).map(({ unit }) => unit));
    // Whoever describes the file describes what is in it.
    const bound = all.filter(({ unit, symbol }) => symbol === undefined || !whole.has(unit));
    return [...new Map(bound.map(binding => [keyOf(binding), binding])).values()].sort((a, b) =>
      keyOf(a) < keyOf(b) ? -1 : 1,
    );
  },
  sameData,
);

/** `LD-REV-07 src/…/OverdueReminderJob.java#OverdueReminderJob.run` */
export function keyOf(binding: Binding): string {
  return `${binding.unit} ${codeOf(binding)}`;
}

/** The key of a binding's code for `codeSignature`: the path, or `path#Symbol`. */
export function codeOf({ path, symbol }: Pick<Binding, 'path' | 'symbol'>): string {
  return symbol === undefined ? path : `${path}#${symbol}`;
}

/** The path itself and every folder above it, the whole project last. */
function foldersOf(path: string): readonly string[] {
  const folders = [path];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) folders.push(path.slice(0, end));
  return [...folders, ''];
}

/** A tag at the head of a file speaks for all of it, one above a symbol for that symbol. */
function taggedIn(path: string, get: Get): readonly Pick<Binding, 'unit' | 'symbol'>[] {
  const tags = get(codeSource, path)?.tags ?? [];
  return tags
    .filter(({ relation, target }) => relation === 'implements' && isUnit(findHolder(get, target)?.item, get))
    .map(({ target, symbol }) => ({ unit: target, symbol }));
}
