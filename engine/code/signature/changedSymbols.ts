/** What a change did to a file: whether its meaning moved, and in which symbols. */
import type { Span } from '../../base/text.ts';
import { signatureOf, signatureOfSpan } from './signature.ts';
import type { CodeSymbol, Source } from '../source.ts';
import { bareName } from '../symbolWords.ts';

/** A symbol that a change brought or whose meaning it moved. */
export interface ChangedSymbol {
  /** As it is now. */
  readonly symbol: CodeSymbol;
  readonly was: CodeSymbol | undefined;
  readonly how: 'added' | 'changed';
}

/** Comments, layout and where names are imported from are no change. */
export function isMeaningful(before: Source | undefined, after: Source): boolean {
  return before === undefined || signatureOf(before) !== signatureOf(after);
}

/**
 * The innermost symbols that changed: a class is named for what it says outside of its members, and for members that are gone.
 * Of overloads those count as unchanged that say what one of the same name said before.
 */
export function changedSymbols(before: Source | undefined, after: Source): readonly ChangedSymbol[] {
  const known = ownSignatures(before);
  const unmatched = new Map([...groupedByName(known.keys())].map(([name, symbols]) => [name, [...symbols]]));
  const mine = ownSignatures(after);
  const shrunk = containersOfMissing(known, mine);
  const moved = [...mine].filter(([symbol, signature]) => !takeSame(unmatched, known, symbol, signature));
  const changed = moved.map(([symbol]) => changeOf(symbol, unmatched.get(bareName(symbol.name)) ?? []));
  const seen = new Set(changed.map(({ symbol }) => symbol));
  const rest = [...mine.keys()].filter(symbol => shrunk.has(symbol.name) && !seen.has(symbol));
  const all = [
    ...changed,
    ...rest.map((symbol): ChangedSymbol => ({ symbol, was: sameIn(known, symbol), how: 'changed' })),
  ];
  return all.sort((a, b) => a.symbol.span.start - b.symbol.span.start);
}

type Signatures = ReadonlyMap<CodeSymbol, string>;

/** Of what each symbol says outside of those within it. */
function ownSignatures(source: Source | undefined): Signatures {
  const symbols = source?.symbols ?? [];
  return new Map(
    symbols.map((symbol, n) => [
      symbol,
      source === undefined ? '' : signatureOfSpan(source, symbol.span, membersOf(symbols, n, source.text)),
    ]),
  );
}

/** With the semicolon after each, so that a declaration that is new changes its class in nothing. */
function membersOf(symbols: readonly CodeSymbol[], n: number, text: string): readonly Span[] {
  const outer = symbols[n]?.span ?? { start: 0, end: 0 };
  const members: Span[] = [];
  for (let at = n + 1; (symbols[at]?.span.end ?? Number.POSITIVE_INFINITY) <= outer.end; at++) {
    const { start, end } = symbols[at]?.span ?? outer;
    if (start < (members.at(-1)?.end ?? 0)) continue;
    members.push({ start, end: end + (/^\s*;/.exec(text.slice(end, end + 80))?.[0].length ?? 0) });
  }
  return members;
}

function groupedByName(symbols: Iterable<CodeSymbol>): ReadonlyMap<string, readonly CodeSymbol[]> {
  return Map.groupBy(symbols, ({ name }) => bareName(name));
}

/** Takes a symbol of the same name and meaning out of those before, if there is one. */
function takeSame(
  unmatched: ReadonlyMap<string, CodeSymbol[]>,
  known: Signatures,
  symbol: CodeSymbol,
  signature: string,
): boolean {
  const candidates = unmatched.get(bareName(symbol.name)) ?? [];
  const same = candidates.findIndex(candidate => known.get(candidate) === signature);
  if (same !== -1) candidates.splice(same, 1);
  return same !== -1;
}

function changeOf(symbol: CodeSymbol, candidates: CodeSymbol[]): ChangedSymbol {
  const was = candidates.find(({ name }) => name === symbol.name) ?? candidates[0];
  if (was === undefined) return { symbol, was, how: 'added' };
  candidates.splice(candidates.indexOf(was), 1);
  return { symbol, was, how: 'changed' };
}

function containersOfMissing(before: Signatures, after: Signatures): ReadonlySet<string> {
  const names = new Set([...after.keys()].map(({ name }) => name));
  const missing = [...before.keys()].map(({ name }) => name).filter(name => !names.has(name) && name.includes('.'));
  return new Set(missing.map(name => name.slice(0, name.lastIndexOf('.'))));
}

function sameIn(known: Signatures, { name }: CodeSymbol): CodeSymbol | undefined {
  return [...known.keys()].find(symbol => symbol.name === name);
}
