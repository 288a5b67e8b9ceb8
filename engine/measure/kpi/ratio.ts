/** Arithmetic of figures. Results are rounded half up, once, from the exact ratio. */

/** `numerator` ÷ `denominator` in percent, rounded to `digits` decimals; null for a zero denominator. */
export function percentOf(numerator: number, denominator: number, digits = 2): number | null {
  return ratioOf(numerator * 100, denominator, digits);
}

/**
 * `numerator` ÷ `denominator`, rounded half up; null for a zero denominator. It is scaled before dividing, so that
 * binary fractions do not change how 1/8 rounds.
 */
export function ratioOf(numerator: number, denominator: number, digits = 2): number | null {
  if (denominator === 0) return null;
  const scale = 10 ** digits;
  return Math.floor((2 * numerator * scale + denominator) / (2 * denominator)) / scale;
}

/** The sum of some numbers; 0 for none. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The mean of some numbers, rounded; null for none. */
export function meanOf(values: readonly number[], digits = 2): number | null {
  return ratioOf(sum(values), values.length, digits);
}

/** The median of some numbers; for an even count, the mean of the two in the middle; null for none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** The smallest of some numbers that at least `percent` percent of them do not exceed (nearest rank); null for none. */
export function percentileOf(values: readonly number[], percent: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? null;
}
