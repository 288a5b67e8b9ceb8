/** What one reading of a file found of a symbol; the rest is told from its tokens. */
import type { Span } from '../../base/text.ts';
import type { CodeSymbol } from '../source.ts';

/** A symbol, or a constant, as it was found. Spans are in UTF-16 code units. */
export interface FoundSymbol {
  readonly sort: CodeSymbol['sort'] | 'value';
  /** Without what it stands in. */
  readonly name: string;
  /** What it stands in. */
  readonly parent: FoundSymbol | undefined;
  readonly span: Span;
  readonly nameSpan: Span;
  /** Its parameter list, brackets included. */
  readonly list: Span | undefined;
}

/** Levels of symbols within symbols. People nest less deeply; what lies deeper is left out. */
export const DEEPEST = 100;

/** Before one declaration. People write fewer modifiers and annotations. */
export const MOST_MODIFIERS = 100;
