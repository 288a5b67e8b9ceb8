/**
 * What a change brought to a document: what rules say of it now and did not say before, wherever in the text it stood. Rules over
 * the whole project are not asked.
 */
import { ALL } from '../base/queries.ts';
import type { Path } from '../base/text.ts';
import { isDocumentPath } from '../model/project.ts';
import { type Finding, inOrder } from '../rules/finding.ts';
import { type Own, placed, reportsOf, reportsOfRule } from '../rules/run.ts';
import { lockReadable } from '../rules/trace/lockReadable.ts';
import { keptBaseline } from './baselined.ts';
import type { Session } from './session.ts';

/** `was`: the path it had before. Only what is new is placed, so that a document without news is not even read. */
export function broughtTo(path: Path, before: Session, after: Session, was: Path = path): readonly Finding[] {
  const now = reportsIn(after, path);
  if (now.reports.length === 0 && now.allowances.length === 0) return [];
  const old = reportsIn(before, was);
  if (holdsBack(after, path, now) || holdsBack(before, was, old)) {
    return without(after.analysis().documentFindings(path), before.analysis().documentFindings(was), keyOfFinding);
  }
  const fresh = without(now.reports, old.reports, ({ rule, report }) => keyOf(rule, report.id, report.say.zh));
  return [...placed(after.cache.get, fresh)].sort(inOrder);
}

/** What of `docket.lock` nobody can read now and nobody could not read before: it says nothing of what a commit settles. */
export function broughtToLock(before: Session, after: Session): readonly Finding[] {
  const [old, now] = [before, after].map(({ cache: { get } }) => reportsOfRule(get, lockReadable.id));
  const fresh = without(now ?? [], old ?? [], ({ rule, report }) => keyOf(rule, report.id, report.say.zh));
  return [...placed(after.cache.get, fresh)].sort(inOrder);
}

function reportsIn({ cache: { get } }: Session, path: Path): Own {
  return get(isDocumentPath, path) ? reportsOf(get, path) : { reports: [], allowances: [] };
}

/** An allowance covers a place, and a baseline counts: there findings have to be looked at one by one. */
function holdsBack({ cache: { get } }: Session, path: Path, { allowances }: Own): boolean {
  return allowances.length > 0 || get(keptBaseline, ALL).byPath.has(path);
}

/** Each takes away one that is like it. */
function without<V>(all: readonly V[], taken: readonly V[], keyOfOne: (one: V) => string): readonly V[] {
  const left = new Map<string, number>();
  for (const one of taken) left.set(keyOfOne(one), (left.get(keyOfOne(one)) ?? 0) + 1);
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
  return JSON.stringify([rule, id ?? '', words]);
}
