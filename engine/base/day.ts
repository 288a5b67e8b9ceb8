/** Calendar days as text, and a test of whether a day exists. */

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Returns the text when it is a day that exists, such as `2026-05-20`; otherwise undefined. */
export function parseDate(text: unknown): string | undefined {
  const parts = typeof text === 'string' ? DAY.exec(text) : null;
  if (parts === null) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year > 0 && day > 0 && day <= monthLength(year, month) ? parts[0] : undefined;
}

/** How many days a month has. Months count from 1; a month that does not exist has 0 days. */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
