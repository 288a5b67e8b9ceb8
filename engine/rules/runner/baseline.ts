/**
 * The findings a project had when it started with Docket, kept in a file: Docket does not report them again, only new
 * ones.
 *
 * Invariant: an entry has no line number and no text of a document, so that it survives edits and reveals nothing.
 */
import type { Words } from '../../base/words.ts';
import type { Finding } from './finding.ts';
import { messageDigest } from './fingerprint.ts';

/** Path of the baseline unless `baseline:` of docket.yml sets another. */
export const BASELINE_PATH = '.docket-baseline.json';

/** One entry of the baseline: a finding, or several equal ones. */
export interface FrozenFinding {
  readonly rule: string;
  readonly path: string;
  readonly id?: string;
  /** Digest of the message. */
  readonly message: string;
  /** How many findings are alike; one when absent. */
  readonly count?: number;
}

export type Baseline = readonly FrozenFinding[];

/** Findings divided by a baseline. */
export interface Judged {
  /** Findings that are not in the baseline. */
  readonly shown: readonly Finding[];
  /** Findings that are in the baseline. */
  readonly held: readonly Finding[];
  /** Entries of the baseline that no longer occur. */
  readonly gone: Baseline;
}

/** A baseline of these findings, sorted by path and rule. */
export function baselineOf(findings: readonly Finding[]): Baseline {
  const groups = [...Map.groupBy(findings.map(frozen), keyOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return groups.map(([, [first, ...more]]) => ({
    ...(first as FrozenFinding),
    ...(more.length > 0 ? { count: more.length + 1 } : {}),
  }));
}

/** Divides findings by a baseline; an entry holds as many findings as its count. */
export function judge(findings: readonly Finding[], baseline: Baseline): Judged {
  const left = new Map<string, number>();
  for (const entry of baseline) left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + (entry.count ?? 1));
  const [shown, held]: [Finding[], Finding[]] = [[], []];
  for (const finding of findings) {
    const key = keyOf(frozen(finding));
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    (count > 0 ? held : shown).push(finding);
  }
  return { shown, held, gone: baseline.filter(entry => (left.get(keyOf(entry)) ?? 0) > 0) };
}

/**
 * The part of a baseline that can hold further findings when these findings already use it: each takes one from its
 * entry.
 */
export function remainder(baseline: Baseline, findings: readonly Finding[]): Baseline {
  const known = new Map<string, number>();
  for (const key of findings.map(frozen).map(keyOf)) known.set(key, (known.get(key) ?? 0) + 1);
  return baseline.flatMap(entry => {
    const [key, count] = [keyOf(entry), entry.count ?? 1];
    const taken = Math.min(count, known.get(key) ?? 0);
    known.set(key, (known.get(key) ?? 0) - taken);
    return taken < count ? [{ ...entry, count: count - taken }] : [];
  });
}

/** The text of a baseline file: one line per entry, so that two branches that fix different findings merge. */
export function printBaseline(baseline: Baseline): string {
  const lines = baseline.map(entry => `    ${JSON.stringify(entry)}`).join(',\n');
  return `{\n  "version": 1,\n  "findings": [${lines === '' ? '' : `\n${lines}\n  `}]\n}\n`;
}

/** The message about a baseline file in a wrong form. */
export function unreadableBaseline(file: string): Words {
  return {
    zh: `读不懂基线文件 ${file}：内容不是基线格式。请运行 docket baseline --update 重写，或删除它。`,
    en: `Cannot read the baseline ${file}: its content is not a baseline. Rewrite it with docket baseline --update, or delete it.`,
  };
}

/** Reads a baseline file; undefined when the text is not a baseline. */
export function parseBaseline(text: string): Baseline | undefined {
  try {
    const { version, findings } = JSON.parse(text) as { readonly version?: unknown; readonly findings?: unknown };
    return version === 1 && Array.isArray(findings) && findings.every(isFrozen) ? findings : undefined;
  } catch {
    return undefined;
  }
}

function frozen(finding: Finding): FrozenFinding {
  const { rule, at, id } = finding;
  return { rule, path: at.path, ...(id === undefined ? {} : { id }), message: messageDigest(finding) };
}

function keyOf({ rule, path, id, message }: FrozenFinding): string {
  return JSON.stringify([path, rule, id ?? '', message]);
}

function isFrozen(entry: unknown): entry is FrozenFinding {
  const { rule, path, message, count = 1 } = (entry ?? {}) as Partial<FrozenFinding>;
  return [rule, path, message].every(part => typeof part === 'string') && Number.isInteger(count) && count > 0;
}
