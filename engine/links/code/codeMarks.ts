/**
 * The parts of a source file that a trace needs: its tags, and the lines of its symbols. They are small enough to be
 * kept for every file.
 */
import { positionsIn } from '../../base/lines.ts';
import { type Get, input, query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import type { Path } from '../../base/text.ts';
import { type Source, symbolNamed, type TraceTag } from '../../code/source.ts';
import { codeSource } from '../../code/sourceOf.ts';

/** Tags and symbol lines of one source file. Plain data. */
export interface CodeMarks {
  readonly tags: readonly Omit<TraceTag, 'span'>[];
  /** Lines from 1, by name of the symbol. Empty for a file without tags, whose symbols are not needed. */
  readonly lines: Readonly<Record<string, number>>;
}

/** Marks kept from an earlier run on the same text, grammars and configuration. */
export const rememberedMarks = input<CodeMarks | undefined>('rememberedMarks', undefined);

/** The marks of a source file, by its path. */
export const codeMarks = query<CodeMarks>(
  'codeMarks',
  (path, get) => {
    const remembered = get(rememberedMarks, path);
    if (remembered !== undefined) return remembered;
    const source = get(codeSource, path);
    const tags = (source?.tags ?? []).map(({ relation, target, symbol }) => ({ relation, target, symbol }));
    return { tags, lines: source === undefined || tags.length === 0 ? NO_LINES : linesIn(source) };
  },
  sameData,
);

const NO_LINES: CodeMarks['lines'] = {};

/** When two symbols have one name, the first counts. */
function linesIn({ text, symbols, values }: Source): CodeMarks['lines'] {
  const at = positionsIn(text);
  const lines = new Map<string, number>();
  for (const { name, nameSpan } of [...symbols, ...values])
    if (!lines.has(name)) lines.set(name, at(nameSpan).start.line + 1);
  return Object.fromEntries(lines);
}

/** The line (from 1) of a symbol; undefined when the file has no such symbol. */
export function lineOfSymbol(path: Path, name: string, get: Get): number | undefined {
  const { tags, lines } = get(codeMarks, path);
  if (tags.length > 0) return Object.hasOwn(lines, name) ? lines[name] : undefined;
  const source = get(codeSource, path);
  const symbol = source && symbolNamed(source, name);
  return source === undefined || symbol === undefined
    ? undefined
    : positionsIn(source.text)(symbol.nameSpan).start.line + 1;
}
