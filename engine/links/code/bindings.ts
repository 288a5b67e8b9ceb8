/**
 * Bindings of code: which design unit describes which code, by the globs of its `code:` attribute (`path#Symbol` names
 * one symbol) or by a tag in the code. A binding is directed: when the code changes, the unit owes a change.
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

/** A unit and a piece of code that it describes. */
export interface Binding {
  readonly unit: string;
  readonly path: Path;
  /** The name of the symbol; undefined for the whole file. */
  readonly symbol: string | undefined;
}

interface Named {
  readonly unit: string;
  readonly glob: string;
  readonly symbol: string | undefined;
}

/** The globs of all units, by the folder they stay in, or by the path itself. */
const namedBelow = index<Named>('namedBelow', documentPaths, function* (path, get): Iterable<[string, Named]> {
  for (const item of get(outline, path).items) for (const named of namedBy(item)) yield [globBase(named.glob), named];
});

/** Whether an item describes code: a design unit, or an item of a project's own kind with the attribute `code`. */
export function isUnit(item: Pick<Item, 'kind'> | undefined, get: Get): boolean {
  return item !== undefined && isBoundToCode(get(catalogue, ALL).items.get(item.kind));
}

/** The globs and symbols in the `code` attribute of a unit; none for a deleted unit. */
export function namedBy({ id, attributes }: Item): readonly Named[] {
  if (attributes['status'] === 'deleted') return [];
  return listOf(attributes['code'])
    .map(textOf)
    .map(written => {
      const [, glob = '', symbol] = /^(?:\.\/)?([^#]*)(?:#(.*))?$/.exec(written.replaceAll('\\', '/').trim()) ?? [];
      return { unit: id, glob, symbol: symbol === '' ? undefined : symbol };
    });
}

/** The bindings of a file, by its path: each unit once for every symbol it names, sorted by unit. */
export const bindingsOf = query<readonly Binding[]>(
  'bindingsOf',
  (path, get) => {
    const named = foldersOf(path)
      .flatMap(folder => get(namedBelow, folder))
      .filter(({ glob }) => glob === path || globMatcher([glob], { dot: true })(path));
    const all = [...named, ...taggedIn(path, get)].map(({ unit, symbol }) => ({ unit, path: asPath(path), symbol }));
    const whole = new Set(all.filter(({ symbol }) => symbol === undefined).map(({ unit }) => unit));
    // A unit that describes the whole file also describes its symbols.
    const bound = all.filter(({ unit, symbol }) => symbol === undefined || !whole.has(unit));
    return [...new Map(bound.map(binding => [bindingKey(binding), binding])).values()].sort((a, b) =>
      bindingKey(a) < bindingKey(b) ? -1 : 1,
    );
  },
  sameData,
);

/** The key of a binding in docket.lock: `LD-REV-07 src/…/OverdueReminderJob.java#OverdueReminderJob.run` */
export function bindingKey(binding: Binding): string {
  return `${binding.unit} ${codeOf(binding)}`;
}

/** The key of a piece of code for `codeSignature`: the path, or `path#Symbol`. */
export function codeOf({ path, symbol }: Pick<Binding, 'path' | 'symbol'>): string {
  return symbol === undefined ? path : `${path}#${symbol}`;
}

/** The path and every folder above it; the root of the project (`''`) is last. */
function foldersOf(path: string): readonly string[] {
  const folders = [path];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) folders.push(path.slice(0, end));
  return [...folders, ''];
}

/**
 * The units that tags of the file name. A tag at the top of a file belongs to the whole file, a tag above a symbol to
 * that symbol.
 */
function taggedIn(path: string, get: Get): readonly Pick<Binding, 'unit' | 'symbol'>[] {
  const tags = get(codeSource, path)?.tags ?? [];
  return tags
    .filter(({ relation, target }) => relation === 'implements' && isUnit(findHolder(get, target)?.item, get))
    .map(({ target, symbol }) => ({ unit: target, symbol }));
}
