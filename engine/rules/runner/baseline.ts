/**
 * The findings a project had when it started with Docket, kept in a file: they are not reported again, new ones are.
 *
 * Invariant: an entry holds no line number and no clear text of a document, so that it outlives edits and gives nothing away.
 */
import type { Words } from '../../base/words.ts';
import type { Finding } from './finding.ts';
import { messageDigest } from './fingerprint.ts';

/** Where it lies unless `baseline:` of docket.yml says otherwise. */
export const BASELINE_PATH = '.docket-baseline.json';

export interface Frozen {
  readonly rule: string;
  readonly path: string;
  readonly id?: string;
  /** Digest of the message. */
  readonly message: string;
  /** How many findings are alike; one when absent. */
  readonly count?: number;
}

export type Baseline = readonly Frozen[];

export interface Judged {
  /** Findings the baseline does not know. */
  readonly shown: readonly Finding[];
  /** Findings it knows. */
  readonly held: readonly Finding[];
  /** What the baseline remembers and nobody finds any more. */
  readonly gone: Baseline;
}

export function baselineOf(findings: readonly Finding[]): Baseline {
  const groups = [...Map.groupBy(findings.map(frozen), keyOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return groups.map(([, [first, ...more]]) => ({
    ...(first as Frozen),
    ...(more.length > 0 ? { count: more.length + 1 } : {}),
  }));
}

/** Takes away what the baseline holds, each entry as often as it was there. */
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

/** What a baseline can still hold when these findings were there already: each takes one from the entry that knows it. */
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

/** One line an entry, so that two branches that pay off different debts merge. */
export function printBaseline(baseline: Baseline): string {
  const lines = baseline.map(entry => `    ${JSON.stringify(entry)}`).join(',\n');
  return `{\n  "version": 1,\n  "findings": [${lines === '' ? '' : `\n${lines}\n  `}]\n}\n`;
}

export function unreadableBaseline(file: string): Words {
  return {
    zh: `读不懂基线文件 ${file}：内容不是基线格式。请运行 docket baseline --update 重写，或删除它。`,
    en: `Cannot read the baseline ${file}: it is not in the form of a baseline. Rewrite it with docket baseline --update, or delete it.`,
  };
}

/** Undefined when the text is no baseline. */
export function parseBaseline(text: string): Baseline | undefined {
  try {
    const { version, findings } = JSON.parse(text) as { readonly version?: unknown; readonly findings?: unknown };
    return version === 1 && Array.isArray(findings) && findings.every(isFrozen) ? findings : undefined;
  } catch {
    return undefined;
  }
}

function frozen(finding: Finding): Frozen {
  const { rule, at, id } = finding;
  return { rule, path: at.path, ...(id === undefined ? {} : { id }), message: messageDigest(finding) };
}

function keyOf({ rule, path, id, message }: Frozen): string {
  return JSON.stringify([path, rule, id ?? '', message]);
}

function isFrozen(entry: unknown): entry is Frozen {
  const { rule, path, message, count = 1 } = (entry ?? {}) as Partial<Frozen>;
  return [rule, path, message].every(part => typeof part === 'string') && Number.isInteger(count) && count > 0;
}
