/** Arithmetic of figures. Everything is rounded half up, once, from the exact ratio. */

/** n/d in percent; null when there is nothing to divide by. */
export function percentOf(numerator: number, denominator: number, digits = 2): number | null {
  return ratioOf(numerator * 100, denominator, digits);
}

/** Scaled and doubled before dividing, so that 1/8 rounds on its true half and not on a binary neighbour. */
export function ratioOf(numerator: number, denominator: number, digits = 2): number | null {
  if (denominator === 0) return null;
  const scale = 10 ** digits;
  return Math.floor((2 * numerator * scale + denominator) / (2 * denominator)) / scale;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function meanOf(values: readonly number[], digits = 2): number | null {
  return ratioOf(sum(values), values.length, digits);
}

export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** The smallest value that at least `percent` of all values do not exceed. */
export function percentileOf(values: readonly number[], percent: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? null;
}
