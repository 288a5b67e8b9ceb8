/**
 * What a language is, as data: how its comments, strings and layout are written. The lexer knows no language; it reads this.
 */
export interface SourceLanguage {
  /** `java`, `typescript`, `sql` …; what `Source.language` holds. */
  readonly name: string;
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  /** Where a file begins: in code, or in the text around it. */
  readonly start?: Mode;
  /** Of the syntax trees its symbols are found in, as its file is named; without one they are found by tokens. */
  readonly grammar?: string;
  readonly lexemes: Readonly<Partial<Record<Mode, readonly Lexeme[]>>>;
  readonly layout: Layout;
  /** Which comments before a declaration are written for its readers; `marked` where a form of comment is set apart for it. */
  readonly docs: 'marked' | 'any';
  /** Characters that belong to words besides letters, digits and `_`. */
  readonly wordMarks?: string;
  /** May stand between the digits of a number. */
  readonly digitMark?: string;
  /** Words mean the same in capitals. */
  readonly ignoresCase?: boolean;
  /** After what a value is expected, where a lexeme asks. */
  readonly values?: ValuePlaces;
  readonly imports?: Imports;
  /** Annotations that only the compiler reads, by name: `@Override`. */
  readonly compilerNotes?: ReadonlySet<string>;
  /** A string that stands first in a block documents it. */
  readonly docstrings?: boolean;
  /** Overloads are views of one function, and a setter one of a property: one comment does for all of them. */
  readonly commentsOnce?: boolean;
  /** What a file declares is used by its own markup alone. */
  readonly keepsToItself?: boolean;
  /** Parts in other languages. */
  readonly islands?: readonly Island[];
  /** Name of the language that is read around them; absent: this one. */
  readonly around?: string;
}

/** `code` is the usual one; `tag` is within `<…>`, `text` what stands between tags. */
export type Mode = 'code' | 'tag' | 'text';

/** What layout says, besides that it parts words. */
export interface Layout {
  /** A line ends what is said. */
  readonly lines?: true;
  /** Its indentation says where it belongs, but for its width. */
  readonly blocks?: true;
  /** Within brackets lines and indentation say nothing. */
  readonly joins?: true;
  /** A space anywhere parts, but beside these characters. */
  readonly spacesBut?: string;
}

/** One form of a comment, a string, a name in quotes or a symbol. */
export interface Lexeme {
  /** `doc` is a comment for readers of the interface, `name` a name in quotes, `layout` says nothing at all. */
  readonly sort: 'comment' | 'doc' | 'string' | 'name' | 'layout' | 'symbol';
  /** How it begins: text, or a sticky pattern together with the characters it may begin with. */
  readonly open: string | RegExp;
  readonly starts?: string;
  /**
   * What it goes on to, inclusively; `$1` is what `open` captured. Without it the match of `open` is all of it. `heredoc` goes
   * from the next line to a line of what `$2` captured; `outdent` over all lines indented deeper than its own.
   */
  readonly close?: string | 'heredoc' | 'outdent';
  /** After a backslash the next character is no end; a doubled end is none. */
  readonly escape?: 'backslash' | 'doubled';
  /** Text that is neither hole nor end: `{{`. */
  readonly skips?: readonly string[];
  /** It ends with the line at the latest. */
  readonly oneLine?: boolean;
  readonly nests?: boolean;
  readonly holes?: readonly Hole[];
  /** The word right before `open` that is part of it: `r"`, `q'`. */
  readonly prefix?: RegExp;
  /** `line`: first on its line. `apart`: after layout or a bracket. `value`: where a value is expected. */
  readonly when?: 'line' | 'apart' | 'value';
  /** A symbol that changes the mode: into another, in place of this one, or back. */
  readonly mode?: { readonly enter: Mode; readonly close?: '}' } | { readonly become: Mode } | 'leave';
}

/** Code within a string. */
export interface Hole {
  readonly open: string;
  readonly close: '}' | ')';
}

/** Where a value is expected, told from the token before: there `/` begins a pattern and `<` an element. */
interface ValuePlaces {
  /** Symbols after which none is expected. */
  readonly notAfter: string;
  /** Words after which one is. */
  readonly afterWords: ReadonlySet<string>;
  /** Words whose parentheses are followed by a statement. */
  readonly heads?: ReadonlySet<string>;
}

/** How a file says what it uses of other files. */
export interface Imports {
  /** First words of a statement that says what the file uses. */
  readonly words: ReadonlySet<string>;
  /** How such a statement ends. */
  readonly until: ';' | 'line' | 'string';
  /** Words and symbols right after the first one that make it something else: `import(…)`, `using (…)`. */
  readonly unless?: RegExp;
  /** Forms of `const x = require('x')`. */
  readonly requires?: boolean;
  /**
   * Statements that say no more than where a name comes from. The name stands in the code, so they mean nothing by themselves;
   * one that gives a name (an alias, a default import) or is made for its effect does.
   */
  readonly plain?: RegExp;
}

/** A part of a file in another language, or a comment. Its text is blank to the language around it. */
export interface Island {
  /** A global pattern; the group `lang` may name its language by an extension. */
  readonly open: RegExp;
  /** A global pattern; what is not closed goes to the end of the file. */
  readonly close: RegExp;
  /** Name of its language where `lang` names none; `comment` for what is not run. */
  readonly language: string;
}
