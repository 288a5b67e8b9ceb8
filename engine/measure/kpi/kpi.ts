/** A key figure as data: what it is called, how it is counted, what it should reach, and the function that counts it. */
import type { Words } from '../../base/words.ts';
import type { Measuring } from '../facts/measuring.ts';

/** `percent` is a share; `minutes` a mean or a span; `count` a plain number. */
export type Unit = 'percent' | 'minutes' | 'count';

export interface KpiTarget {
  readonly value: number;
  readonly bound: 'at-least' | 'at-most';
}

export interface Kpi {
  readonly key: string;
  readonly label: Words;
  /** Printed under the table, so that a reader can count again. */
  readonly formula: Words;
  readonly unit: Unit;
  /** Decimals of the printed value. */
  readonly digits: number;
  readonly target?: KpiTarget;
  compute(measuring: Measuring): Count;
}

/** What was counted. */
export interface Count {
  readonly numerator: number;
  readonly denominator: number;
  /** Every record behind the figure. */
  readonly ids: readonly string[];
  /** Those that speak against it: late, missing, rolled back … */
  readonly missed: readonly string[];
  readonly extra?: Readonly<Record<string, number | null>>;
}

export interface Figure extends Required<Count> {
  readonly key: string;
  /** Two decimals; null for other units, and when there is nothing to divide by. */
  readonly percent: number | null;
  /** In the unit of the KPI, with its decimals; what a target is compared with. */
  readonly value: number | null;
}

interface Identified {
  readonly id: string;
}

/** How many of all are as they should be. */
export function rate<T extends Identified>(
  all: readonly T[],
  good: (one: T) => boolean,
  extra: Count['extra'] = {},
): Count {
  const missed = all.filter(one => !good(one));
  return {
    numerator: all.length - missed.length,
    denominator: all.length,
    ids: idsOf(all),
    missed: idsOf(missed),
    extra,
  };
}

/** How many of all are as they should not be. */
export function share<T extends Identified>(
  all: readonly T[],
  bad: (one: T) => boolean,
  extra: Count['extra'] = {},
): Count {
  const missed = all.filter(bad);
  return { numerator: missed.length, denominator: all.length, ids: idsOf(all), missed: idsOf(missed), extra };
}

/** Sorted, each once. */
export function idsOf(records: readonly Identified[]): string[] {
  return [...new Set(records.map(({ id }) => id))].sort();
}
