/** What one reading of a file found of a symbol; the rest is told from its tokens. */
import type { Span } from '../../base/text.ts';
import type { CodeSymbol } from '../source.ts';

export interface Found {
  readonly sort: CodeSymbol['sort'] | 'value';
  /** Without what it stands in. */
  readonly name: string;
  /** What it stands in. */
  readonly parent: Found | undefined;
  readonly span: Span;
  readonly nameSpan: Span;
  /** Its parameter list, brackets included. */
  readonly list: Span | undefined;
}

/** Nobody nests deeper; what lies there is left out. */
export const DEEPEST = 100;

/** Nobody writes more modifiers and annotations. */
export const MOST_MODIFIERS = 100;
