/** Secrets and personal numbers never leave their file: messages show only enough to find them. */

/** A resident identity number: region, a valid birthday, serial number and check digit. */
export const ID_NUMBER =
  /(?<![0-9A-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g;

/** A mobile number of mainland China that is not part of a longer number. */
export const MOBILE = /(?<![\dA-Za-z.-])1[3-9]\d{9}(?![\dA-Za-z]|[.-]\d)/g;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether the check digit is correct (GB 11643: the last digit is computed from the others). */
export function isIdNumber(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, n) => total + weight * Number(text[n]), 0);
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}

/**
 * A text with its middle replaced by stars: `110***********1234`. `head` and `tail` are the numbers of characters kept.
 */
export function masked(text: string, head = 3, tail = 0): string {
  const hidden = Math.max(3, text.length - head - tail);
  return `${text.slice(0, head)}${'*'.repeat(Math.min(hidden, 15))}${tail > 0 ? text.slice(-tail) : ''}`;
}

/** A value as a message may print it: short, and without personal numbers. */
export function quotable(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const safe = text
    .replace(ID_NUMBER, number => masked(number))
    .replace(MOBILE, number => masked(number))
    .replace(/\s+/g, ' ');
  return safe.length > 40 ? `${safe.slice(0, 40)}…` : safe;
}
