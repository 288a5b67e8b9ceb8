/** Places in text: positions, ranges, offsets, and paths of files. */

/** A line and a column, both from 0; columns count UTF-16 code units, as editors do. Reporters print them from 1. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Two positions in a text; the end is excluded. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Two offsets into a text in UTF-16 code units, the end excluded. Parsers keep this form because it is two numbers. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A path relative to the root of the project, with forward slashes. Never absolute, never a URI. */
export type Path = string & { readonly __path: unique symbol };

/** A range in a file of the project. */
export interface Location {
  readonly path: Path;
  readonly range: Range;
}

/** An edit: the text at `span` is replaced by `text`. An empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * Turns a relative path into a `Path`: backslashes become slashes, a leading `./` is removed. It does not check that
 * the path stays inside the project.
 */
export function asPath(text: string): Path {
  return text.replaceAll('\\', '/').replace(/^\.\//, '') as Path;
}

/** The last part of a path, without its extension. */
export function stemOf(path: Path): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
