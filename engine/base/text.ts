/**
 * Places in text. Lines and columns are zero-based and count UTF-16 code units, as editors do;
 * reporters add one when they print.
 */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Two offsets into a text, the end excluded. What parsers keep, since it costs two numbers. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Project-relative path with forward slashes. Never absolute, never a URI. */
export type Path = string & { readonly __path: unique symbol };

export interface Location {
  readonly path: Path;
  readonly range: Range;
}

/** Replace the text at `span` by `text`. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

export function asPath(text: string): Path {
  return text.replaceAll('\\', '/').replace(/^\.\//, '') as Path;
}

/** The last part of a path, without its extension. */
export function stemOf(path: Path): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
