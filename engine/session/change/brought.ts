/**
 * New findings of a change: the remarks of rules that were not there before in the same file, at any place in its text.
 * Only new remarks are turned into findings, so a document without news is not read. Where allowances or baseline
 * entries are involved, findings are compared one by one, because an allowance covers a place and a baseline counts.
 */
import type { Get } from '../../base/queries.ts';
import type { Path } from '../../base/text.ts';
import { outline } from '../../model/outline.ts';
import { isDocumentPath } from '../../model/config/projectConfig.ts';
import { type Finding, inOrder } from '../../rules/runner/finding.ts';
import { withoutCounts } from '../../rules/runner/fingerprint.ts';
import { type Own, placed, remarksAt, remarksOf, remarksOfRule, type Ruled } from '../../rules/runner/run.ts';
import { frozenFindingsAt } from '../questions/baselineKept.ts';
import type { Scope } from '../questions/findings.ts';
import type { Session } from '../session.ts';

/** A file at both moments; `was` is its earlier path. */
interface MovedFile {
  readonly path: Path;
  readonly was: Path;
}

/** The new findings in some files. */
export interface Brought {
  readonly findings: readonly Finding[];
  /** Earlier findings of those files. They use up entries of the baseline, which the new findings then cannot use. */
  readonly before: readonly Finding[];
}

/** The new findings in one document, without project rules. */
export function broughtTo(file: MovedFile, before: Session, after: Session): Brought {
  return newAt(file, before, after, BY_DOCUMENT);
}

/** The new findings in the whole project, by all rules. `wasOf` gives the earlier path of a file. */
export function broughtToAll(before: Session, after: Session, wasOf: (path: Path) => Path): Brought {
  const paths = after.analysis().places();
  return together(paths.map(path => newAt({ path, was: wasOf(path) }, before, after, BY_ALL)));
}

/** Several parts as one, in order. */
export function together(parts: readonly Brought[]): Brought {
  return { findings: parts.flatMap(({ findings }) => findings), before: parts.flatMap(part => part.before) };
}

interface Asking {
  readonly scope: Scope;
  remarks(get: Get, path: Path): Own;
}

const BY_DOCUMENT: Asking = {
  scope: 'document',
  remarks: (get, path) => (get(isDocumentPath, path) ? remarksOf(get, path) : { remarks: [], allowances: [] }),
};

const BY_ALL: Asking = { scope: 'project', remarks: remarksAt };

function newAt({ path, was }: MovedFile, before: Session, after: Session, { remarks, scope }: Asking): Brought {
  const now = remarks(after.cache.get, path);
  if (now.remarks.length === 0 && now.allowances.length === 0) return { findings: [], before: [] };
  const old = remarks(before.cache.get, was);
  const inNow = renaming({ path, was }, before, after);
  const isCounted = frozenFindingsAt(after.cache.get, path).length > 0;
  if (!isCounted && now.allowances.length === 0 && old.allowances.length === 0) {
    return { findings: freshly(now.remarks, old.remarks, after, inNow), before: [] };
  }
  const [then, today] = [
    before.analysis().findings({ path: was, scope, beyondBaseline: false }),
    after.analysis().findings({ path, scope, beyondBaseline: false }),
  ];
  const movedThen = then.map(({ rule, id, message }) => keyOf(rule, id && inNow(id), inNow(message.zh)));
  return { findings: without(today, movedThen, keyOfFinding), before: isCounted ? then : [] };
}

/** By one rule over the whole project. `moved`: the files that were renamed. */
export function broughtByRule(rule: string, before: Session, after: Session, moved: readonly MovedFile[]): Brought {
  const [old = [], now = []] = [before, after].map(({ cache: { get } }) => remarksOfRule(get, rule));
  const renamings = moved.map(file => renaming(file, before, after));
  const inNow = (words: string) => renamings.reduce((said, rename) => rename(said), words);
  const findings = freshly(now, old, after, inNow);
  const isCounted = findings.some(({ at }) => frozenFindingsAt(after.cache.get, at.path).length > 0);
  return { findings, before: isCounted ? placed(before.cache.get, old) : [] };
}

/** `inNow`: words of the earlier moment, with the path that the file has now. */
function freshly(
  now: readonly Ruled[],
  old: readonly Ruled[],
  after: Session,
  inNow: (words: string) => string,
): readonly Finding[] {
  const taken = old.map(({ rule, remark: { id, say } }) => keyOf(rule, id && inNow(id), inNow(say.zh)));
  const fresh = without(now, taken, ({ rule, remark }) => keyOf(rule, remark.id, remark.say.zh));
  return [...placed(after.cache.get, fresh)].sort(inOrder);
}

/**
 * Words of the earlier moment with the names that a moved file has now: its path, and the identifier of its record, which a
 * record without a written one takes from the name of its file.
 */
function renaming({ path, was }: MovedFile, before: Session, after: Session): (words: string) => string {
  if (was === path) return words => words;
  const [old, now] = [idIn(before, was), idIn(after, path)];
  const names = new Map([[was as string, path as string], ...(old && now && old !== now ? [[old, now] as const] : [])]);
  const found = new RegExp([...names.keys()].map(name => `(?<![\\w-])${escaped(name)}(?![\\w-])`).join('|'), 'g');
  return words => words.replace(found, name => names.get(name) ?? name);
}

function idIn({ cache: { get } }: Session, path: Path): string | undefined {
  return get(isDocumentPath, path) ? get(outline, path).entries[0]?.id : undefined;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Each key that is taken takes away one finding like it. */
function without<V>(all: readonly V[], taken: readonly string[], keyOfOne: (one: V) => string): readonly V[] {
  const left = new Map<string, number>();
  for (const key of taken) left.set(key, (left.get(key) ?? 0) + 1);
  return all.filter(one => {
    const count = left.get(keyOfOne(one)) ?? 0;
    left.set(keyOfOne(one), count - 1);
    return count <= 0;
  });
}

function keyOfFinding({ rule, id, message }: Finding): string {
  return keyOf(rule, id, message.zh);
}

function keyOf(rule: string, id: string | undefined, words: string): string {
  return JSON.stringify([rule, id ?? '', withoutCounts(words)]);
}
