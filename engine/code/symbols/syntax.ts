/**
 * Syntax trees, where a host has loaded a grammar for the language. The engine knows only what a node looks like; without trees
 * symbols are found by tokens, with the same names on ordinary code.
 */
import { input } from '../../base/queries.ts';

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

/** Hands the tree of a text to `read` and lets go of it afterwards; undefined where the parser gives up. */
export type Parse = <T>(text: string, read: (root: SyntaxNode) => T) => T | undefined;

/** By name of the language. */
export type Grammars = Readonly<Record<string, Parse>>;

export const NO_GRAMMARS: Grammars = {};

/** Set by a host under the key ALL. */
export const grammars = input<Grammars>('grammars', NO_GRAMMARS);
