/**
 * Text that was kept and comes back counts only as it was written: a check sum of it and its key is in front of it. A text that was cut
 * short, mixed with another, moved to another key or written by another program does not count.
 */
import { crc32 } from 'node:zlib';

/** A text with its check sum, bound to the key it is kept under. */
export function sealed(key: string, text: string): string {
  return `${sum(key, text)} ${text}`;
}

/** The text behind its check sum; undefined when it was cut short, changed or kept under another key. */
export function unsealed(key: string, kept: string): string | undefined {
  const text = kept.slice(9);
  return kept === `${sum(key, text)} ${text}` ? text : undefined;
}

function sum(key: string, text: string): string {
  return crc32(text, crc32(key)).toString(16).padStart(8, '0');
}
