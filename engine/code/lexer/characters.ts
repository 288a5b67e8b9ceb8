/** What each character may begin in a mode of a language: the lexer's quick first look. */
import type { SourceLanguage, Lexeme, Mode } from '../languages/language.ts';

export const CharacterKind = { symbol: 0, layout: 1, word: 2, newLine: 3, special: 4 } as const;

/** For each character, what the lexer does with it in one mode of a language. */
export interface CharTable {
  /** For each character of ASCII a value of `Kind`. */
  readonly kinds: Uint8Array;
  /** For a character code, what may begin there, in the order of the table. */
  readonly lexemes: readonly (readonly Lexeme[] | undefined)[];
}

const TABLES = new WeakMap<SourceLanguage, Partial<Record<Mode, CharTable>>>();

/** Made once for each language and mode. */
export function charTableOf(language: SourceLanguage, mode: Mode): CharTable {
  let tables = TABLES.get(language);
  if (tables === undefined) TABLES.set(language, (tables = {}));
  return (tables[mode] ??= compile(language, language.lexemes[mode] ?? []));
}

/** No-break space, ideographic space, byte order mark and their like. */
export function isLayoutBeyondAscii(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x85 ||
    (code >= 0x2000 && code <= 0x200b) ||
    (code >= 0x2028 && code <= 0x2029)
  );
}

function compile(language: SourceLanguage, lexemes: readonly Lexeme[]): CharTable {
  const kinds = new Uint8Array(128);
  const linesCount = language.layout.lines || lexemes.some(({ close }) => close === 'heredoc');
  for (let code = 0; code < 128; code++) kinds[code] = kindOf(String.fromCharCode(code), language);
  kinds[10] = linesCount ? CharacterKind.newLine : CharacterKind.layout;
  const byCode: Lexeme[][] = [];
  for (const lexeme of lexemes) {
    for (const char of lexeme.starts ?? String(lexeme.open).charAt(0)) {
      const code = char.charCodeAt(0);
      (byCode[code] ??= []).push(lexeme);
      kinds[code] = CharacterKind.special;
    }
  }
  return { kinds, lexemes: byCode };
}

function kindOf(char: string, { wordMarks = '' }: SourceLanguage): number {
  if (char <= ' ' || char === '\x7f') return CharacterKind.layout;
  if (/\w/.test(char) || wordMarks.includes(char)) return CharacterKind.word;
  return '()[]{}'.includes(char) ? CharacterKind.special : CharacterKind.symbol;
}
