/**
 * A place by name: what a finding is about and what a fix changes. `rules/place.ts` finds its span in the text as it is now,
 * and the place at an offset.
 */
import type { Path, Span } from '../base/text.ts';

export type Place = ValuePlace | KeyPlace | SectionPlace | ItemPlace | LinkPlace | SpanPlace | CommitPlace;

/** A value of an entry. The pointer uses English keys: `/reporter/org`; `''` is the entry itself. */
export interface ValuePlace {
  readonly sort: 'value';
  readonly path: Path;
  /** Row of the journal's table, from 0; undefined when the file is the entry. */
  readonly row: number | undefined;
  readonly pointer: string;
}

/** The key in front of a value. In a table, whose cells have no key, the cell. */
export interface KeyPlace extends Omit<ValuePlace, 'sort'> {
  readonly sort: 'key';
}

/** A section of a document by the key of its kind, or the cell that a row of a journal has for it. */
export interface SectionPlace {
  readonly sort: 'section';
  readonly path: Path;
  readonly row: number | undefined;
  readonly section: string;
}

/** An item of a document by its identifier, or one of its attributes by key. */
export interface ItemPlace {
  readonly sort: 'item';
  readonly path: Path;
  readonly item: string;
  readonly attribute: string | undefined;
}

/** A link of the document's outline, by its number there. */
export interface LinkPlace {
  readonly sort: 'link';
  readonly path: Path;
  readonly link: number;
}

/** Words without a name: offsets into the text. */
export interface SpanPlace {
  readonly sort: 'span';
  readonly path: Path;
  readonly span: Span;
}

/** Words in the message of a commit, by its hash or `NEW_COMMIT`. The path is empty. */
export interface CommitPlace {
  readonly sort: 'commit';
  readonly path: Path;
  readonly commit: string;
  readonly span: Span;
}

export const atValue = (path: Path, pointer: string, row?: number): ValuePlace => ({
  sort: 'value',
  path,
  row,
  pointer,
});

export const atKey = (path: Path, pointer: string, row?: number): KeyPlace => ({ sort: 'key', path, row, pointer });

/** The key of a value's place. */
export const keyOf = ({ path, pointer, row }: ValuePlace): KeyPlace => atKey(path, pointer, row);

export const atSection = (path: Path, section: string, row?: number): SectionPlace => ({
  sort: 'section',
  path,
  row,
  section,
});

export const atItem = (path: Path, item: string, attribute?: string): ItemPlace => ({
  sort: 'item',
  path,
  item,
  attribute,
});

export const atLink = (path: Path, link: number): LinkPlace => ({ sort: 'link', path, link });

export const atSpan = (path: Path, span: Span): SpanPlace => ({ sort: 'span', path, span });

/** The first character of a file, for what is said about the whole of it. */
export const atStart = (path: Path): SpanPlace => atSpan(path, { start: 0, end: 0 });

export const atCommit = (commit: string, span: Span): CommitPlace => ({
  sort: 'commit',
  path: '' as Path,
  commit,
  span,
});
