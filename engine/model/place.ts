/**
 * Places by name: what a finding is about and what a fix changes. `rules/place.ts` finds the span of a place in the
 * current text, and the place at an offset.
 */
import type { Path, Span } from '../base/text.ts';

/** Any place of the project, by its sort. */
export type Place = ValuePlace | KeyPlace | SectionPlace | ItemPlace | LinkPlace | SpanPlace | CommitPlace;

/** A value of an entry. The pointer uses English keys: `/reporter/org`; `''` is the entry itself. */
export interface ValuePlace {
  readonly sort: 'value';
  readonly path: Path;
  /** Row of the journal's table, from 0; undefined when the file is the entry. */
  readonly row: number | undefined;
  readonly pointer: string;
}

/** The key of a value. In a table, where cells have no key, it is the cell. */
export interface KeyPlace extends Omit<ValuePlace, 'sort'> {
  readonly sort: 'key';
}

/** A section of a document by the key in its kind; for a row of a journal, the cell of that section. */
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

/** A link of a document, by its index (from 0) in the outline. */
export interface LinkPlace {
  readonly sort: 'link';
  readonly path: Path;
  readonly link: number;
}

/** Part of a text without a name, by offsets (UTF-16 code units). */
export interface SpanPlace {
  readonly sort: 'span';
  readonly path: Path;
  readonly span: Span;
}

/** Part of the message of a commit, by its hash or `NEW_COMMIT`. The path is empty. */
export interface CommitPlace {
  readonly sort: 'commit';
  readonly path: Path;
  readonly commit: string;
  readonly span: Span;
}

/** The place of a value. Rows count from 0; without a row, the file is the entry. */
export const atValue = (path: Path, pointer: string, row?: number): ValuePlace => ({
  sort: 'value',
  path,
  row,
  pointer,
});

/** The place of a key. */
export const atKey = (path: Path, pointer: string, row?: number): KeyPlace => ({ sort: 'key', path, row, pointer });

/** The place of the key of a value. */
export const keyPlaceOf = ({ path, pointer, row }: ValuePlace): KeyPlace => atKey(path, pointer, row);

/** The place of a section. */
export const atSection = (path: Path, section: string, row?: number): SectionPlace => ({
  sort: 'section',
  path,
  row,
  section,
});

/** The place of an item, or of one of its attributes. */
export const atItem = (path: Path, item: string, attribute?: string): ItemPlace => ({
  sort: 'item',
  path,
  item,
  attribute,
});

/** The place of a link, by its index in the outline. */
export const atLink = (path: Path, link: number): LinkPlace => ({ sort: 'link', path, link });

/** The place of a span. */
export const atSpan = (path: Path, span: Span): SpanPlace => ({ sort: 'span', path, span });

/** The start of a file, for findings about the whole file. */
export const atStart = (path: Path): SpanPlace => atSpan(path, { start: 0, end: 0 });

/** A place in a commit message. */
export const atCommit = (commit: string, span: Span): CommitPlace => ({
  sort: 'commit',
  path: '' as Path,
  commit,
  span,
});
