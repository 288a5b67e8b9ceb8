/**
 * The parts of an outline, which is what the project knows of a document: entries (records), items and links.
 *
 * Invariant: they hold no line numbers and no body text, so that typing in a paragraph leaves the outline equal and
 * other documents need no new check. Places are given by name (`place.ts`) and resolved when a finding is shown.
 */
import type { Path } from '../base/text.ts';
import type { Kind } from './kinds/kinds.ts';
import { hasReached } from './kinds/kinds.ts';
import { atValue, type ValuePlace } from './place.ts';

/** Values by English key; enum values are keys; missing values that can be derived are filled in. */
export type Data = Readonly<Record<string, unknown>>;

/** One record of the contract: a file, or a row of a journal. */
export interface Entry {
  readonly id: string;
  /** Key of its kind. */
  readonly kind: string;
  readonly path: Path;
  /** Row of the journal's table, from 0; undefined when the file is the entry. */
  readonly row: number | undefined;
  /** Key of its state; undefined when it has none. */
  readonly status: string | undefined;
  readonly data: Data;
  /** Keys of the sections that have text. */
  readonly sections: readonly string[];
  /** Whether the frontmatter cannot be parsed; values may then be missing here that are in the file. */
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
  /** Identifier of the document that contains it. */
  readonly document: string;
  readonly attributes: Data;
}

/** A link as written, from an entry, an item, or a section (`PATH#heading`). */
export interface Link {
  readonly from: string;
  readonly path: Path;
  /** A relation; for links in running text: `mentions`, `embeds` or `names`. */
  readonly relation: string;
  readonly target: string;
  /** The section that an embed or mention names. */
  readonly section?: string;
  /** For a frozen embed: whether its quotation is unchanged or was edited. */
  readonly frozen?: 'whole' | 'edited';
}

/** Whether a link is a relation between two records. A name in running text is not. */
export function isStated({ relation }: Pick<Link, 'relation'>): boolean {
  return relation !== 'mentions' && relation !== 'embeds' && relation !== 'names';
}

/** What other documents may know of a document. */
export interface Outline {
  readonly kind: string | undefined;
  readonly entries: readonly Entry[];
  readonly items: readonly Item[];
  readonly links: readonly Link[];
  /** For a chapter: the identifier of its document, and its headings. */
  readonly chapter?: { readonly of: string; readonly headings: readonly string[] };
}

/** The hash of a commit that is being made. */
export const NEW_COMMIT = 'new';

/** Whether an entry has reached a milestone of its kind, by its state. */
export function reached(entry: Entry, kind: Kind, milestone: string): boolean {
  return hasReached(kind, entry.status, milestone);
}

/** The place of a value of an entry, with its row; without a pointer, the place of the entry. */
export function placeOf({ path, row }: Omit<Entry, 'data'> & { readonly data?: unknown }, pointer = ''): ValuePlace {
  return atValue(path, pointer, row);
}

/** The value at a path (`reporter.org`) or pointer (`/reporter/org`) of plain data; undefined when there is none. */
export function valueAt(data: unknown, pointer: string): unknown {
  let value = data;
  for (const part of pointer.split(/[./]/)) {
    if (part === '') continue;
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}
