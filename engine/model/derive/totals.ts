/** Sums, shares and grades over the rows of a record. */
import type { Data } from '../entry.ts';
import { rowsOf } from './rows.ts';

/** `part` of `whole` in percent, rounded to two decimals; undefined without two numbers or when `whole` is 0. */
export function percent(part: unknown, whole: unknown): number | undefined {
  if (typeof part !== 'number' || typeof whole !== 'number' || whole === 0) return undefined;
  return rounded((part / whole) * 100);
}

/** `abnormal` when one item of the record is abnormal, else `normal`; undefined when no item has a result. */
export function worstItem(record: Data): string | undefined {
  const results = rowsOf(record['items'])
    .map(({ result }) => result)
    .filter(result => result !== undefined);
  if (results.length === 0) return undefined;
  return results.includes('abnormal') ? 'abnormal' : 'normal';
}

/** The sum of the scores of all items, rounded to two decimals; undefined when none has a score. */
export function scoreTotal(record: Data): number | undefined {
  const scores = numbers(record['items'], 'score');
  return scores.length === 0 ? undefined : rounded(sum(scores));
}

/** The first grade whose lowest total is reached; undefined without a total. */
export function gradeOfTotal(record: Data, bands: Readonly<Record<string, number>> = {}): string | undefined {
  const total = record['total'];
  return typeof total === 'number' ? Object.entries(bands).find(([, least]) => total >= least)?.[0] : undefined;
}

/** The points of a survey in percent of the possible points. */
export function surveyScore(record: Data): number | undefined {
  return percent(sum(numbers(record['questions'], 'score')), sum(numbers(record['questions'], 'full')));
}

function numbers(rows: unknown, key: string): readonly number[] {
  return rowsOf(rows)
    .map(row => row[key])
    .filter(value => typeof value === 'number');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
