/**
 * The list of files of a project. A list of a hundred thousand paths is sorted and searched only when an answer needs
 * it.
 */
import type { Path } from '../base/text.ts';

/** Answers questions about the paths of a project. */
export interface Listing {
  has(path: Path): boolean;
  /** The paths that begin with `start`, sorted. */
  beginningWith(start: string): readonly Path[];
}

/** A listing of these paths. They are sorted at the first question that needs the order. */
export function listingOf(paths: readonly Path[]): Listing {
  const present = new Set(paths);
  let sorted: readonly Path[] | undefined;
  return {
    has: path => present.has(path),
    beginningWith: start => beginningWith((sorted ??= [...present].sort()), start),
  };
}

/** A listing of an earlier moment, with the files added and removed since. */
export class ChangingListing implements Listing {
  readonly #before: Listing;
  readonly #since: Map<Path, boolean>;

  constructor(before: Listing, since: Iterable<readonly [Path, boolean]> = []) {
    this.#before = before;
    this.#since = new Map(since);
  }

  has(path: Path): boolean {
    return this.#since.get(path) ?? this.#before.has(path);
  }

  beginningWith(start: string): readonly Path[] {
    const changed = [...this.#since].filter(([path]) => path.startsWith(start));
    const before = this.#before.beginningWith(start);
    if (changed.length === 0) return before;
    const present = changed.flatMap(([path, isPresent]) => (isPresent ? path : []));
    return [...before.filter(path => !this.#since.has(path)), ...present].sort();
  }

  /** Adds or removes a path. Returns whether that changes the listing. */
  set(path: Path, isPresent: boolean): boolean {
    if (this.has(path) === isPresent) return false;
    this.#since.set(path, isPresent);
    return true;
  }
}

function beginningWith(sorted: readonly Path[], start: string): readonly Path[] {
  if (start === '') return sorted;
  const from = firstWhere(sorted, 0, path => path >= start);
  return sorted.slice(
    from,
    firstWhere(sorted, from, path => !path.startsWith(start)),
  );
}

/** The index of the first path that fulfils a condition which all later paths fulfil too. */
function firstWhere(sorted: readonly Path[], from: number, fulfils: (path: Path) => boolean): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const path = sorted[middle];
    if (path === undefined || fulfils(path)) high = middle;
    else low = middle + 1;
  }
  return low;
}
