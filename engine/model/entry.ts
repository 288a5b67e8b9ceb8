/**
 * What the project sees of a document: entries (records), items and links.
 *
 * Invariant: no line numbers and no body text in here, so that typing in a paragraph leaves an outline equal and every
 * other document stays as checked. Places are asked for by name (`place.ts`) and resolved when something is said about them.
 */
import type { Path } from '../base/text.ts';
import type { Kind } from './kinds/kinds.ts';
import { hasReached } from './kinds/kinds.ts';
import { atValue, type ValuePlace } from './place.ts';

/** Values by English key, enum values by key; missing values that can be derived are filled in. */
export type Data = Readonly<Record<string, unknown>>;

/** One record of the contract: a file, or a row of a journal. */
export interface Entry {
  readonly id: string;
  /** Key of its kind. */
  readonly kind: string;
  readonly path: Path;
  /** Row of the journal's table; undefined for a file. */
  readonly row: number | undefined;
  readonly status: string | undefined;
  readonly data: Data;
  /** Keys of the sections that say something. */
  readonly sections: readonly string[];
  /** The frontmatter does not parse: what is missing here may be there. */
  readonly broken: boolean;
}

/** An entry whose data has the type of its kind. */
export type EntryOf<D> = Omit<Entry, 'data'> & { readonly data: D };

/** A statement with an identifier inside a document: a requirement, a design unit, a test case, an obligation. */
export interface Item {
  readonly id: string;
  /** Key of its item kind. */
  readonly kind: string;
  readonly title: string;
  readonly path: Path;
  /** Identifier of the document it stands in. */
  readonly document: string;
  readonly attributes: Data;
}

/** A link as written, from an entry, an item, or a section (`PATH#heading`). */
export interface Link {
  readonly from: string;
  readonly path: Path;
  /** A relation, or `mentions`, `embeds`, `names` for what stands in running text. */
  readonly relation: string;
  readonly target: string;
  /** The section an embed or mention points at. */
  readonly section?: string;
  /** Of an embed that keeps what it showed: whether its text is the one that was frozen. */
  readonly frozen?: 'whole' | 'edited';
}

/** Whether a link is a statement about two records; what is only named in running text is none. */
export function isStated({ relation }: Pick<Link, 'relation'>): boolean {
  return relation !== 'mentions' && relation !== 'embeds' && relation !== 'names';
}

export interface Outline {
  readonly kind: string | undefined;
  readonly entries: readonly Entry[];
  readonly items: readonly Item[];
  readonly links: readonly Link[];
  /** A chapter's document, and the headings it brings. */
  readonly chapter?: { readonly of: string; readonly headings: readonly string[] };
}

/** Stands for the hash of the commit that is being made. */
export const NEW_COMMIT = 'new';

export function reached(entry: Entry, kind: Kind, milestone: string): boolean {
  return hasReached(kind, entry.status, milestone);
}

/** The place of a value of an entry, its row with it; of the entry itself without a pointer. */
export function placeOf({ path, row }: Omit<Entry, 'data'> & { readonly data?: unknown }, pointer = ''): ValuePlace {
  return atValue(path, pointer, row);
}

/** The value at a dotted path or pointer of plain data. */
export function valueAt(data: unknown, pointer: string): unknown {
  let value = data;
  for (const part of pointer.split(/[./]/)) {
    if (part === '') continue;
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}
