/** A key figure (KPI) as data: its name, its formula, its target, and the function that counts it. */
import type { Words } from '../../base/words.ts';
import type { Measuring } from '../facts/measuring.ts';

/** `percent` is a share; `minutes` a mean or a span; `count` a plain number. */
type Unit = 'percent' | 'minutes' | 'count';

/** The value a figure should reach, in the unit of the KPI. */
export interface KpiTarget {
  readonly value: number;
  readonly bound: 'at-least' | 'at-most';
}

/** A key figure. */
export interface Kpi {
  readonly key: string;
  readonly label: Words;
  /** The formula in words. Reports print it, so that a reader can count again. */
  readonly formula: Words;
  readonly unit: Unit;
  /** Decimals of the printed value. */
  readonly digits: number;
  readonly target?: KpiTarget;
  /** Counts the KPI in one period. */
  compute(measuring: Measuring): Count;
}

/** The result of counting. */
export interface Count {
  readonly numerator: number;
  readonly denominator: number;
  /** Every record behind the figure. */
  readonly ids: readonly string[];
  /** The records that make the figure worse: late, missing, rolled back. */
  readonly missed: readonly string[];
  /** More numbers of this KPI by name, such as a median. */
  readonly extra?: Readonly<Record<string, number | null>>;
}

/** A counted KPI with its value. */
export interface Figure extends Required<Count> {
  readonly key: string;
  /** In percent with two decimals; null for other units and for a zero denominator. */
  readonly percent: number | null;
  /** In the unit of the KPI, with its decimals; this is compared with the target. Null for a zero denominator. */
  readonly value: number | null;
}

interface Identified {
  readonly id: string;
}

/** Counts the records that are `good`; the others are `missed`. */
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

/** Counts the records that are `bad`; these are `missed`. */
export function share<T extends Identified>(
  all: readonly T[],
  bad: (one: T) => boolean,
  extra: Count['extra'] = {},
): Count {
  const missed = all.filter(bad);
  return { numerator: missed.length, denominator: all.length, ids: idsOf(all), missed: idsOf(missed), extra };
}

/** The ids of some records, sorted, each once. */
export function idsOf(records: readonly Identified[]): string[] {
  return [...new Set(records.map(({ id }) => id))].sort();
}
