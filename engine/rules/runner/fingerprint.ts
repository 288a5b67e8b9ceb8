/** The identity of a finding without its position: the same finding keeps its fingerprint when lines move. */
import { sha256Hex } from '../../base/sha256.ts';
import type { Finding } from './finding.ts';

/**
 * Separate numbers. “3 days late” is the same finding tomorrow, so they are ignored; the digits of WX-2026-0003 and
 * 2026-05-21 count.
 */
const COUNT = /(?<![A-Za-z0-9_-])\d+(?:[.:]\d+)*(?![A-Za-z0-9_-])/g;

/** Digest of the Chinese message, twelve hexadecimal digits, the same for every output language. */
export function messageDigest({ message }: Pick<Finding, 'message'>): string {
  return digest(withoutCounts(message.zh)).slice(0, 12);
}

/** A message with each separate number replaced by `#`. */
export function withoutCounts(words: string): string {
  return words.replace(COUNT, '#');
}

/**
 * One fingerprint per finding, in the given order; equal findings get different ones by number. 40 hexadecimal digits
 * each.
 */
export function fingerprints(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const { rule, at, id } = finding;
    const key = JSON.stringify([rule, at.path, id ?? '', messageDigest(finding)]);
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return digest(`${key}${n}`).slice(0, 40);
  });
}

function digest(text: string): string {
  return sha256Hex(new TextEncoder().encode(text));
}
