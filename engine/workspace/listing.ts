/**
 * Which files there are. A list of a hundred thousand paths is made, sorted or searched only as far as somebody asks.
 */
import type { Path } from '../base/text.ts';

export interface Listing {
  has(path: Path): boolean;
  /** Paths that begin so, sorted. */
  beginningWith(start: string): readonly Path[];
}

export function listingOf(paths: readonly Path[]): Listing {
  const present = new Set(paths);
  let sorted: readonly Path[] | undefined;
  return {
    has: path => present.has(path),
    beginningWith: start => beginningWith((sorted ??= [...present].sort()), start),
  };
}

/** A listing with what has come and gone since. */
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

  /** Whether this tells something new. */
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

/** Where paths begin to fulfil what all after them fulfil. */
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
