/**
 * What one file of source code says that documents and contracts care about: its comments, its symbols, the items it claims to
 * implement.
 *
 * Invariant: reading never throws; a file that does not parse has the comments and symbols that can be told.
 */
import type { Span } from '../base/text.ts';
import type { Dialect } from './sql/dialect.ts';
import type { Tokens } from './lexer/tokens.ts';

/** What is read of one file. Symbols and tags are computed when they are first asked for. */
export interface Source {
  /** A key of the language table: `java`, `typescript`, `sql` … */
  readonly language: string;
  /** Of SQL only: as the project says, else as the text gives away. */
  readonly dialect?: Dialect;
  readonly text: string;
  /** With comments, in order. */
  readonly tokens: Tokens;
  readonly comments: readonly Comment[];
  /** In order of their beginning; what stands inside another follows it. */
  readonly symbols: readonly CodeSymbol[];
  /** Constants, fields and type aliases: a unit may name one, and nothing else is asked of them. */
  readonly values: readonly NamedValue[];
  /** Its symbols cannot be told: no person writes a text nested like it, or the parser gave it up. Then there are none. */
  readonly isUnreadable: boolean;
  readonly tags: readonly TraceTag[];
}

/** One comment, its marks included. */
export interface Comment {
  readonly span: Span;
  /** Written for readers of the interface: Javadoc, docstring, XML comment. */
  readonly doc: boolean;
}

/** A constant, a field or a type alias. One that has the name of a symbol is not met by that name. */
export interface NamedValue {
  /** With what it stands in: `Limits.MAX_DAYS`. */
  readonly name: string;
  /** The whole declaration. */
  readonly span: Span;
  readonly nameSpan: Span;
}

/** A class, a function or a statement: what documents describe and comments explain. */
export interface CodeSymbol {
  /** With what it stands in: `OverdueReminderJob.run`, for a mapper statement `OverdueMapper.selectDue`, for SQL `t_overdue_rule`. */
  readonly name: string;
  readonly sort: 'class' | 'function' | 'statement';
  /** Without the comment before it. */
  readonly span: Span;
  readonly nameSpan: Span;
  /** Callers outside the file may use it. */
  readonly isPublic: boolean;
  /** Names of its parameters, in order. */
  readonly parameters: readonly string[];
  /** The doc comment right before it (Python: the docstring in it). */
  readonly doc: Comment | undefined;
}

/** `@implements LD-REV-07`, `@verifies REQ-REV-012` in a comment. */
export interface TraceTag {
  readonly relation: 'implements' | 'verifies';
  /** The identifier as written; it may lead nowhere. */
  readonly target: string;
  readonly span: Span;
  /** The symbol whose comment it stands in, by name; undefined for the file. */
  readonly symbol: string | undefined;
}

/** What `path#Symbol` means in a file: the first class, function or statement of that name, else the first constant. */
export function symbolNamed({ symbols, values }: Source, name: string): NamedValue | undefined {
  const isNamed = (one: NamedValue) => one.name === name;
  return symbols.find(isNamed) ?? values.find(isNamed);
}
