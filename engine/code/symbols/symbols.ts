/**
 * Source → symbols: found in a syntax tree in languages with a grammar, else by tokens. Parameters, comments and who may use them are
 * told from the tokens either way. The text alone decides: every face gets the same symbols at any time.
 */
import type { Path, Span } from '../../base/text.ts';
import type { Words } from '../../base/words.ts';
import { CodeView } from '../codeView.ts';
import { languageNamed } from '../languages/table.ts';
import type { CodeSymbol, Comment, NamedValue, Source } from '../source.ts';
import { commentsIn, partsOf, tokenize } from '../lexer/tokenize.ts';
import type { Tokens } from '../lexer/tokens.ts';
import { docOf } from './doc.ts';
import { SYMBOL_FORMS, type SymbolForm } from './forms.ts';
import type { FoundSymbol } from './found.ts';
import { isUnlikeCode } from './likeCode.ts';
import { parametersIn } from './parameters.ts';
import { exportsOf, isPublic } from './public.ts';
import { GrammarUnreadable, ParserFailed, parserOf } from './syntax.ts';
import { TREE_FORMS } from './treeForms.ts';
import { treeSymbols } from './treeSymbols.ts';

type Named = Pick<Source, 'symbols' | 'values'>;

const NONE: Named = { symbols: [], values: [] };

/**
 * The symbols of the file `path`; undefined where they cannot be told.
 *
 * @throws GrammarUnreadable where the installation lacks the grammar, or the parser fails.
 */
export function symbolsOf(source: Source, path: Path): Named | undefined {
  try {
    return symbolsOfWhole(source);
  } catch (error) {
    throw error instanceof ParserFailed ? new GrammarUnreadable(failedOn(path), error) : error;
  }
}

function failedOn(path: Path): Words {
  return {
    zh: `语法分析器处理 ${path} 时失败，无法给出结果；请把这个文件排除在代码范围之外（docket.yml 的 code），再重新运行。`,
    en: `The parser failed on ${path}, so no answer can be given: leave this file out of the code (code in docket.yml), then run again.`,
  };
}

function symbolsOfWhole(source: Source): Named | undefined {
  if (source.language === 'vue') return symbolsOfScripts(source);
  return symbolsIn(source, source.language);
}

/** Of a page, the text around its script is blank, so that places stay. */
function symbolsOfScripts({ text }: Source): Named | undefined {
  const parts = partsOf(text, languageNamed('vue')?.islands ?? []);
  const found = parts.map(({ start, end, language }) => {
    const script = languageNamed(language);
    if (script === undefined || SYMBOL_FORMS[language] === undefined) return NONE;
    const alone = text.slice(0, start).replace(/[^\n]/g, ' ') + text.slice(start, end);
    const tokens = tokenize(alone, script);
    return symbolsIn({ text: alone, tokens, comments: commentsIn(tokens) }, language);
  });
  if (found.includes(undefined)) return undefined;
  return {
    symbols: found.flatMap(part => part?.symbols ?? []),
    values: found.flatMap(part => part?.values ?? []),
  };
}

interface Read {
  readonly text: string;
  readonly tokens: Tokens;
  readonly comments: readonly Comment[];
}

function symbolsIn(read: Read, language: string): Named | undefined {
  const form = SYMBOL_FORMS[language];
  if (form === undefined) return NONE;
  const code = new CodeView(read.text, read.tokens, form.directives ? directivesIn(read.text) : undefined);
  const found = foundIn(read, code, language, form);
  return found && completed(inOrder(found), code, read.comments, language, form);
}

function foundIn(
  { text, tokens }: Read,
  code: CodeView,
  language: string,
  form: SymbolForm,
): readonly FoundSymbol[] | undefined {
  const { grammar } = languageNamed(language) ?? {};
  const tree = TREE_FORMS[language];
  if (grammar === undefined || tree === undefined) return form.tokens?.(code);
  const byTokens = form.tokens;
  if (isUnlikeCode(text, tokens)) return undefined;
  return parserOf(grammar)(text, root =>
    root.hasError && byTokens !== undefined ? byTokens(code) : treeSymbols(text, root, tree),
  );
}

function inOrder(found: readonly FoundSymbol[]): readonly FoundSymbol[] {
  return [...found].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** For offsets that only grow: whether one is on a line of the preprocessor. */
function directivesIn(text: string): (start: number) => boolean {
  const lines = [...text.matchAll(/^[ \t]*#(?:\\\r?\n|[^\n])*/gm)];
  let next = 0;
  return start => {
    while (next < lines.length && (lines[next]?.index ?? 0) + (lines[next]?.[0].length ?? 0) <= start) next += 1;
    return (lines[next]?.index ?? Number.POSITIVE_INFINITY) <= start;
  };
}

function completed(
  found: readonly FoundSymbol[],
  code: CodeView,
  comments: readonly Comment[],
  language: string,
  form: SymbolForm,
): Named {
  const exported = form.public === 'exported' ? exportsOf(code) : undefined;
  const { docs = 'any', docstrings = false } = languageNamed(language) ?? {};
  const names = new Map<FoundSymbol, string>();
  const counts = new Map<string, number>();
  const symbols: CodeSymbol[] = [];
  const values: NamedValue[] = [];
  for (const one of found) {
    const { sort, span, nameSpan, parent, list } = one;
    const full = parent === undefined ? one.name : `${names.get(parent) ?? parent.name}.${one.name}`;
    if (sort === 'value') {
      values.push({ name: full, span: trimmed(code, span), nameSpan });
      continue;
    }
    const count = (counts.get(full) ?? 0) + 1;
    counts.set(full, count);
    const name = count === 1 ? full : `${full}~${count}`;
    names.set(one, name);
    symbols.push({
      name,
      sort,
      span: trimmed(code, span),
      nameSpan,
      isPublic: isPublic(code, one, form.public, exported),
      parameters: list === undefined ? [] : parametersIn(code, code.at(list.start), form.parameters),
      doc: docOf(code, comments, one, docstrings ? 'docstring' : docs),
    });
  }
  return { symbols, values };
}

/** From its first token to its last; a semicolon at the end does not belong to it. */
function trimmed(code: CodeView, { start, end }: Span): Span {
  const first = code.at(start);
  let last = code.at(end) - 1;
  while (last > first && (code.text(last) === ';' || code.text(last) === '')) last -= 1;
  return { start: code.start(first), end: code.end(last) };
}
