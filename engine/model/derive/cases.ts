/** Values of a test report that follow from its table of test cases. */
import type { DeriveFrom } from './from.ts';
import { type PlacedItem, readItems } from '../read/items.ts';
import { derivedDay } from './times.ts';

/** How many cases are planned, executed, passed, failed and blocked; undefined without cases. */
export function caseTotals(from: DeriveFrom): Readonly<Record<string, number>> | undefined {
  const cases = casesOf(from);
  if (cases.length === 0) return undefined;
  const of = (result: string) => cases.filter(({ attributes }) => attributes['result'] === result).length;
  const [passed, failed, blocked] = [of('pass'), of('fail'), of('blocked')];
  return { planned: cases.length, executed: passed + failed, passed, failed, blocked };
}

/** The day of the last executed case; undefined when no case has a date. */
export function lastCaseDate(from: DeriveFrom): string | undefined {
  return casesOf(from)
    .flatMap(({ attributes }) => derivedDay(attributes['date']) ?? [])
    .sort()
    .at(-1);
}

function casesOf({ document, kind, catalogue }: DeriveFrom): readonly PlacedItem[] {
  return readItems(document, '', kind.key, catalogue).filter(item => item.kind === 'test-case');
}
