/**
 * Source → symbols: found in a syntax tree in languages with a grammar, else by tokens. Parameters, comments and who may use them are
 * told from the tokens either way. The text alone decides: whoever asks, and whenever, gets the same symbols.
 */
import type { Span } from '../../base/text.ts';
import { CodeView } from '../codeView.ts';
import { languageNamed } from '../languages/table.ts';
import type { CodeSymbol, Comment, Source } from '../source.ts';
import { commentsIn, partsOf, tokenize } from '../lexer/tokenize.ts';
import type { Tokens } from '../lexer/tokens.ts';
import { docOf } from './doc.ts';
import { SYMBOL_FORMS, type SymbolForm } from './forms.ts';
import type { Found } from './found.ts';
import { parametersIn } from './parameters.ts';
import { exportsOf, isPublic } from './public.ts';
import { parserOf } from './syntax.ts';
import { TREE_FORMS } from './treeForms.ts';
import { treeSymbols } from './treeSymbols.ts';

export function symbolsOf(source: Source): readonly CodeSymbol[] {
  if (source.language === 'vue') return symbolsOfScripts(source);
  return symbolsIn(source, source.language);
}

/** Of a page, the text around its script is blank, so that places stay. */
function symbolsOfScripts({ text }: Source): readonly CodeSymbol[] {
  const parts = partsOf(text, languageNamed('vue')?.islands ?? []);
  return parts.flatMap(({ start, end, language }) => {
    const script = languageNamed(language);
    if (script === undefined || SYMBOL_FORMS[language] === undefined) return [];
    const alone = text.slice(0, start).replace(/[^\n]/g, ' ') + text.slice(start, end);
    const tokens = tokenize(alone, script);
    return symbolsIn({ text: alone, tokens, comments: commentsIn(tokens) }, language);
  });
}

interface Read {
  readonly text: string;
  readonly tokens: Tokens;
  readonly comments: readonly Comment[];
}

function symbolsIn(read: Read, language: string): readonly CodeSymbol[] {
  const form = SYMBOL_FORMS[language];
  if (form === undefined) return [];
  const code = new CodeView(read.text, read.tokens, form.directives ? directivesIn(read.text) : undefined);
  const found = foundIn(read.text, code, language, form);
  return completed(found, code, read.comments, language, form);
}

function foundIn(text: string, code: CodeView, language: string, form: SymbolForm): readonly Found[] {
  const found = inTree(text, language, form) ?? form.tokens?.(code) ?? [];
  return [...found].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** Undefined for what is read by tokens. */
function inTree(text: string, language: string, { tokens }: SymbolForm): readonly Found[] | undefined {
  const { grammar } = languageNamed(language) ?? {};
  const form = TREE_FORMS[language];
  if (grammar === undefined || form === undefined) return undefined;
  return parserOf(grammar)(text, root =>
    root.hasError && tokens !== undefined ? undefined : treeSymbols(text, root, form),
  );
}

/** For offsets that only grow: whether one stands on a line of the preprocessor. */
function directivesIn(text: string): (start: number) => boolean {
  const lines = [...text.matchAll(/^[ \t]*#(?:\\\r?\n|[^\n])*/gm)];
  let next = 0;
  return start => {
    while (next < lines.length && (lines[next]?.index ?? 0) + (lines[next]?.[0].length ?? 0) <= start) next += 1;
    return (lines[next]?.index ?? Number.POSITIVE_INFINITY) <= start;
  };
}

function completed(
  found: readonly Found[],
  code: CodeView,
  comments: readonly Comment[],
  language: string,
  form: SymbolForm,
): readonly CodeSymbol[] {
  const exported = form.public === 'exported' ? exportsOf(code) : undefined;
  const { docs = 'any', docstrings = false } = languageNamed(language) ?? {};
  const names = new Map<Found, string>();
  const counts = new Map<string, number>();
  return found.map(one => {
    const { sort, span, nameSpan, parent, list } = one;
    const full = parent === undefined ? one.name : `${names.get(parent) ?? parent.name}.${one.name}`;
    const count = (counts.get(full) ?? 0) + 1;
    counts.set(full, count);
    const name = count === 1 ? full : `${full}~${count}`;
    names.set(one, name);
    return {
      name,
      sort,
      span: trimmed(code, span),
      nameSpan,
      isPublic: isPublic(code, one, form.public, exported),
      parameters: list === undefined ? [] : parametersIn(code, code.at(list.start), form.parameters),
      doc: docOf(code, comments, one, docstrings ? 'docstring' : docs),
    };
  });
}

/** From its first token to its last; a semicolon at the end is none of it. */
function trimmed(code: CodeView, { start, end }: Span): Span {
  const first = code.at(start);
  let last = code.at(end) - 1;
  while (last > first && (code.text(last) === ';' || code.text(last) === '')) last -= 1;
  return { start: code.start(first), end: code.end(last) };
}
