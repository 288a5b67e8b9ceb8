/**
 * Syntax trees. The engine knows what a node looks like; a host hands it the grammars, once for the whole program, before the first
 * session is opened. A grammar is a constant of the program like the table of languages: no answer depends on when it is loaded.
 */
import type { Words } from '../../base/words.ts';

/** A node of a syntax tree: the part of a parser's node that is used. */
export interface SyntaxNode {
  readonly type: string;
  /** UTF-16 code units. */
  readonly startIndex: number;
  readonly endIndex: number;
  /** The grammar does not account for all of its text. */
  readonly hasError: boolean;
  readonly children: readonly (SyntaxNode | null)[];
  childForFieldName(name: string): SyntaxNode | null;
}

/**
 * Hands the tree of a text to `read` and lets go of it afterwards; undefined where the parser gives up.
 *
 * @throws ParserFailed on a text made to break it, and on every text after that one.
 */
export type Parse = <T>(text: string, read: (root: SyntaxNode) => T) => T | undefined;

/**
 * The parser of a grammar, by the name the table of languages gives it.
 *
 * @throws GrammarUnreadable where the installation lacks it.
 */
type Grammars = (grammar: string) => Parse;

/** The parser itself failed on a text, and cannot be relied on from then on. */
export class ParserFailed extends Error {}

/** A part of the installation is missing or broken, or the parser failed, so nothing can be said about symbols of a language. */
export class GrammarUnreadable extends Error {
  readonly says: Words;

  constructor(says: Words, cause?: unknown) {
    super(says.en, { cause });
    this.says = says;
  }
}

let given: Grammars = grammar => {
  throw new Error(`no host has given the grammar ${grammar}`);
};

/** Called by the host that can load grammars; a later call replaces the earlier one. */
export function giveGrammars(grammars: Grammars): void {
  given = grammars;
}

/** @throws GrammarUnreadable where the installation lacks it. */
export function parserOf(grammar: string): Parse {
  return given(grammar);
}
