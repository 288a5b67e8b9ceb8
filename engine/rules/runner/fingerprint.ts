/** What a finding is apart from where it stands today: the same finding keeps its fingerprint when lines move. */
import { sha256Hex } from '../../base/sha256.ts';
import type { Finding } from './finding.ts';

/** Numbers that stand alone. “3 days late” is the same finding tomorrow; the digits of WX-2026-0003 and 2026-05-21 stay. */
const COUNT = /(?<![A-Za-z0-9_-])\d+(?:[.:]\d+)*(?![A-Za-z0-9_-])/g;

/** Twelve hexadecimal digits over the message, by its Chinese words, whatever the language of the output. */
export function messageDigest({ message }: Pick<Finding, 'message'>): string {
  return digest(withoutCounts(message.zh)).slice(0, 12);
}

export function withoutCounts(words: string): string {
  return words.replace(COUNT, '#');
}

/** One a finding, in the order given; findings that are otherwise the same are numbered. */
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
