/**
 * Text → tokens, by what a language's table says. One pass from left to right: nothing is read twice, so that the time is that of
 * the length whatever the text holds.
 *
 * Invariant: never throws; what is not closed ends with the text, or with its line where the table says so.
 */
import type { Hole, SourceLanguage, Lexeme, Mode } from '../languages/language.ts';
import { endOfIndented, endOfNested, stopsOf, upTo } from '../signature/bodies.ts';
import { type CharTable, charTableOf, isLayoutBeyondAscii, CharacterKind } from './characters.ts';
import { addToken, type GrowingTokens, Sort, type Tokens, tokensFor } from './tokens.ts';

/** The tokens of a text in one language, comments included, in order. */
export function tokensOf(text: string, language: SourceLanguage): Tokens {
  return new Lexer(text, language).read();
}

/** A mode that was entered, with what leads back out of it. */
interface Frame {
  mode: Mode;
  /** The bracket that ends it, when no other is open. */
  readonly close: string | undefined;
  depth: number;
  /** The string whose hole this is. */
  readonly around: Lexeme | undefined;
}

interface Heredoc {
  readonly mark: string;
  readonly lexeme: Lexeme;
}

const SORTS = {
  comment: Sort.comment,
  doc: Sort.doc,
  string: Sort.string,
  name: Sort.name,
  symbol: Sort.symbol,
} as const;

/** Reading has a state: where it is, which modes are open, what was read last. */
class Lexer {
  readonly #text: string;
  readonly #language: SourceLanguage;
  readonly #tokens: GrowingTokens;
  readonly #frames: Frame[] = [];
  #frame: Frame;
  #table: CharTable;
  /** The last token that is no comment. */
  #last = -1;
  readonly #linesCount: boolean;
  /** A line ended since. */
  #newLine = false;
  #joined = 0;
  readonly #indents: number[] = [0];
  /** For each open parenthesis, whether a statement follows it: `if (…) /x/.test(y)`. */
  readonly #heads: boolean[] = [];
  #afterHead = false;
  #heredocs: Heredoc[] = [];

  constructor(text: string, language: SourceLanguage) {
    this.#text = text;
    this.#language = language;
    this.#tokens = tokensFor(text);
    this.#linesCount = language.layout.lines ?? false;
    this.#frame = { mode: language.start ?? 'code', close: undefined, depth: 0, around: undefined };
    this.#table = charTableOf(language, this.#frame.mode);
  }

  read(): Tokens {
    const text = this.#text;
    for (let at = 0; at < text.length; ) {
      const { kinds } = this.#table;
      const kind = kindAt(kinds, text, at);
      if (kind === CharacterKind.layout) at += 1;
      else if (kind === CharacterKind.word) at = this.#word(at, kinds);
      else if (kind === CharacterKind.symbol) this.#add(Sort.symbol, at, ++at);
      else if (kind === CharacterKind.newLine) at = this.#line(at);
      else at = this.#special(at);
    }
    if (this.#language.docstrings) this.#markDocstring();
    for (const _ of this.#indents.slice(1)) addToken(this.#tokens, Sort.dedent, text.length, text.length);
    return this.#tokens;
  }

  #add(sort: Sort, start: number, end: number): void {
    if (this.#newLine && sort < Sort.comment) this.#startLine(start);
    if (sort < Sort.comment) this.#last = this.#tokens.count;
    addToken(this.#tokens, sort, start, end);
  }

  #word(start: number, kinds: Uint8Array): number {
    const text = this.#text;
    const mark = this.#language.digitMark;
    let at = start + 1;
    while (
      at < text.length &&
      (kindAt(kinds, text, at) === CharacterKind.word || (text[at] === mark && isInNumber(text, start, at)))
    )
      at += 1;
    this.#add(Sort.word, start, at);
    return at;
  }

  // What a mark begins

  #special(at: number): number {
    for (const lexeme of this.#table.lexemes[this.#text.charCodeAt(at)] ?? []) {
      const end = this.#lexeme(lexeme, at);
      if (end !== -1) return end;
    }
    return this.#bracketOrSymbol(at);
  }

  /** Where the lexeme ends, and −1 where it does not begin. */
  #lexeme(lexeme: Lexeme, at: number): number {
    if (!this.#isPlaceFor(lexeme, at)) return -1;
    const { open } = lexeme;
    if (typeof open === 'string')
      return this.#text.startsWith(open, at) ? this.#opened(lexeme, at, at + open.length, undefined) : -1;
    open.lastIndex = at;
    const match = open.exec(this.#text);
    return match === null ? -1 : this.#opened(lexeme, at, at + match[0].length, match);
  }

  #isPlaceFor({ when, prefix }: Lexeme, at: number): boolean {
    if (prefix !== undefined && !this.#isAfterPrefix(prefix, at)) return false;
    if (when === undefined) return true;
    if (when === 'value') return this.#expectsValue();
    if (when === 'apart') return /[\s;&|()]/.test(this.#text[at - 1] ?? '\n');
    return isFirstOnLine(this.#text, at);
  }

  #isAfterPrefix(prefix: RegExp, at: number): boolean {
    const { sorts, starts, ends, count } = this.#tokens;
    return (
      count > 0 &&
      sorts[count - 1] === Sort.word &&
      ends[count - 1] === at &&
      prefix.test(this.#text.slice(starts[count - 1], at))
    );
  }

  #expectsValue(): boolean {
    const { values } = this.#language;
    const { sorts, starts, ends } = this.#tokens;
    const [start, end] = [starts[this.#last] ?? 0, ends[this.#last] ?? 0];
    if (this.#last === -1 || this.#newLine || values === undefined) return true;
    if (sorts[this.#last] === Sort.word) return values.afterWords.has(this.#text.slice(start, end));
    if (sorts[this.#last] !== Sort.symbol) return false;
    const symbol = this.#text[start] ?? '';
    if (symbol === ')') return this.#afterHead;
    if (symbol === '>') return this.#text[start - 1] === '=';
    return !values.notAfter.includes(symbol) && !AFTER_VALUE.test(this.#text.slice(Math.max(0, end - 2), end));
  }

  #opened(lexeme: Lexeme, at: number, opened: number, match: RegExpExecArray | null | undefined): number {
    const start = lexeme.prefix === undefined ? at : this.#takeBackWord();
    if (lexeme.close === 'heredoc') this.#heredocs.push({ mark: match?.[2] ?? '', lexeme });
    const closes = lexeme.close !== undefined && lexeme.close !== 'heredoc';
    const end = closes ? this.#body(lexeme, start, opened, match) : opened;
    if (end !== -1 && lexeme.sort !== 'layout') this.#add(SORTS[lexeme.sort], start, end);
    if (lexeme.mode) this.#change(lexeme.mode);
    return end === -1 ? this.#holeStart : end;
  }

  #takeBackWord(): number {
    this.#tokens.count -= 1;
    if (this.#last === this.#tokens.count) this.#last -= 1;
    return this.#tokens.starts[this.#tokens.count] ?? 0;
  }

  #change(mode: NonNullable<Lexeme['mode']>): void {
    if (mode === 'leave') this.#leave();
    else if ('enter' in mode) this.#enter({ mode: mode.enter, close: mode.close, depth: 0, around: undefined });
    else this.#frame.mode = mode.become;
    this.#table = charTableOf(this.#language, this.#frame.mode);
  }

  #enter(frame: Frame): void {
    this.#frames.push(this.#frame);
    this.#frame = frame;
  }

  #leave(): void {
    this.#frame = this.#frames.pop() ?? this.#frame;
    this.#table = charTableOf(this.#language, this.#frame.mode);
  }

  // Bodies of strings and comments

  #holeStart = 0;

  /** Where the body that begins at `from` ends; −1 when code begins in it, at `#holeStart`. */
  #body(lexeme: Lexeme, start: number, from: number, match: RegExpExecArray | null | undefined): number {
    if (lexeme.close === 'outdent') return endOfIndented(this.#text, start, from);
    const close = match
      ? (lexeme.close ?? '').replace(/\$(\d)/g, (_, n: string) => match[Number(n)] ?? '')
      : (lexeme.close ?? '');
    if (lexeme.nests) return endOfNested(this.#text, from);
    const plain = lexeme.escape === undefined && !lexeme.oneLine && lexeme.holes === undefined;
    return plain ? upTo(this.#text, close, from) : this.#quoted(lexeme, start, from, close);
  }

  #quoted(lexeme: Lexeme, start: number, from: number, close: string): number {
    const text = this.#text;
    const stops = stopsOf(lexeme, close);
    stops.lastIndex = from;
    for (let stop = stops.exec(text); stop; stop = stops.exec(text)) {
      const [mark] = stop;
      if (mark === close) return stops.lastIndex;
      if (mark === '\n') return stop.index - (text[stop.index - 1] === '\r' ? 1 : 0);
      const hole = lexeme.holes?.find(({ open }) => open === mark);
      if (hole) return this.#openHole(lexeme, hole, start, stops.lastIndex);
    }
    return text.length;
  }

  #openHole(lexeme: Lexeme, hole: Hole, start: number, end: number): number {
    this.#add(Sort.string, start, end);
    this.#enter({ mode: 'code', close: hole.close, depth: 0, around: lexeme });
    this.#table = charTableOf(this.#language, 'code');
    this.#last = -1;
    this.#holeStart = end;
    return -1;
  }

  // Brackets

  #bracketOrSymbol(at: number): number {
    const symbol = this.#text[at] ?? '';
    if ((symbol === '}' || symbol === ')') && symbol === this.#frame.close && this.#frame.depth === 0)
      return this.#closeHole(at);
    this.#count(symbol);
    this.#add(Sort.symbol, at, at + 1);
    return at + 1;
  }

  #closeHole(at: number): number {
    const { around } = this.#frame;
    this.#leave();
    if (around === undefined) {
      this.#add(Sort.symbol, at, at + 1);
      return at + 1;
    }
    const end = this.#quoted(around, at, at + 1, around.close ?? '');
    if (end === -1) return this.#holeStart;
    this.#add(Sort.string, at, end);
    return end;
  }

  #count(symbol: string): void {
    const opens = '([{'.includes(symbol);
    const closes = ')]}'.includes(symbol);
    if (!opens && !closes) return;
    if (this.#language.layout.joins) this.#joined = Math.max(0, this.#joined + (opens ? 1 : -1));
    const { close } = this.#frame;
    if (close !== undefined && symbol === close) this.#frame.depth -= 1;
    if (close !== undefined && symbol === (close === '}' ? '{' : '(')) this.#frame.depth += 1;
    if (symbol === '(') this.#heads.push(this.#isAfterHead());
    if (symbol === ')') this.#afterHead = this.#heads.pop() ?? false;
  }

  #isAfterHead(): boolean {
    const { sorts, starts, ends } = this.#tokens;
    const { values } = this.#language;
    return (
      values?.heads !== undefined &&
      sorts[this.#last] === Sort.word &&
      values.heads.has(this.#text.slice(starts[this.#last], ends[this.#last]))
    );
  }

  // Lines

  #line(at: number): number {
    if (this.#linesCount && this.#joined === 0) this.#newLine = true;
    const waiting = this.#heredocs;
    this.#heredocs = [];
    return waiting.reduce((from, heredoc) => this.#heredoc(heredoc, from), at + 1);
  }

  #heredoc({ mark, lexeme }: Heredoc, from: number): number {
    const last = new RegExp(`^[ \\t]*${mark.replace(/[^\w]/g, '\\$&')}\\b`, 'gm');
    last.lastIndex = from;
    const end = last.exec(this.#text) ? last.lastIndex : this.#text.length;
    const newLine = this.#newLine;
    this.#newLine = false;
    if (lexeme.sort === 'string') this.#add(Sort.string, from, end);
    this.#newLine = newLine;
    return end;
  }

  /** The first token of a line that is not blank. */
  #startLine(at: number): void {
    this.#newLine = false;
    const tokens = this.#tokens;
    if (this.#language.docstrings) this.#markDocstring();
    if (this.#last !== -1 && tokens.sorts[this.#last] !== Sort.doc) addToken(tokens, Sort.line, at, at);
    if (this.#language.layout.blocks) this.#indent(at);
  }

  #indent(at: number): void {
    const width = widthBefore(this.#text, at);
    const indents = this.#indents;
    if (width > (indents.at(-1) ?? 0)) {
      indents.push(width);
      addToken(this.#tokens, Sort.indent, at, at);
    }
    for (; indents.length > 1 && width < (indents.at(-1) ?? 0); indents.pop())
      addToken(this.#tokens, Sort.dedent, at, at);
  }

  /** A string that is a whole line, the first of the file or of its block. */
  #markDocstring(): void {
    const { sorts } = this.#tokens;
    const last = this.#last;
    let before = last - 1;
    while (sorts[before] === Sort.comment) before -= 1;
    if (last !== -1 && sorts[last] === Sort.string && (before < 0 || sorts[before] === Sort.indent))
      sorts[last] = Sort.doc;
  }
}

function kindAt(kinds: Uint8Array, text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return kinds[code] ?? CharacterKind.symbol;
  return isLayoutBeyondAscii(code) ? CharacterKind.layout : CharacterKind.word;
}

/** `1'000'000` */
function isInNumber(text: string, start: number, at: number): boolean {
  return /\d/.test(text[start] ?? '') && /\w/.test(text[at + 1] ?? '');
}

/** `i++ / 2`, `found! / 2` */
const AFTER_VALUE = /\+\+|--|[\w$)\]]!/;

function isFirstOnLine(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === ' ' || text[before] === '\t') before -= 1;
  return before < 0 || text[before] === '\n';
}

/** Columns of layout before a place; a tab goes to the next eighth. */
function widthBefore(text: string, at: number): number {
  let width = 0;
  for (let n = text.lastIndexOf('\n', at - 1) + 1; n < at; n++)
    width = text[n] === '\t' ? width - (width % 8) + 8 : width + 1;
  return width;
}
