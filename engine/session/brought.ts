/**
 * What a change brought: what rules say now and did not say before of the same file, wherever in the text it stood. Only what is
 * new is placed, so that a document without news is not even read.
 */
import { ALL, type Get } from '../base/queries.ts';
import type { Path } from '../base/text.ts';
import { isDocumentPath } from '../model/project.ts';
import { type Finding, inOrder } from '../rules/finding.ts';
import { withoutCounts } from '../rules/fingerprint.ts';
import { type Own, placed, reportsAt, reportsOf, reportsOfRule, type Ruled } from '../rules/run.ts';
import type { Analysis } from './analysis.ts';
import { keptBaseline } from './baselined.ts';
import type { Session } from './session.ts';

/** A file at both moments; `was`: the path it had before. */
export interface Moved {
  readonly path: Path;
  readonly was: Path;
}

/** To a document, rules over the whole project aside. */
export function broughtTo(file: Moved, before: Session, after: Session): readonly Finding[] {
  return newAt(file, before, after, BY_DOCUMENT);
}

/** To the whole project, by all rules. */
export function broughtToAll(before: Session, after: Session, wasOf: (path: Path) => Path): readonly Finding[] {
  return after
    .analysis()
    .places()
    .flatMap(path => newAt({ path, was: wasOf(path) }, before, after, BY_ALL));
}

interface Asking {
  reports(get: Get, path: Path): Own;
  findings(analysis: Analysis, path: Path): readonly Finding[];
}

const BY_DOCUMENT: Asking = {
  reports: (get, path) => (get(isDocumentPath, path) ? reportsOf(get, path) : { reports: [], allowances: [] }),
  findings: (analysis, path) => analysis.documentFindings(path),
};

const BY_ALL: Asking = { reports: reportsAt, findings: (analysis, path) => analysis.findings(path) };

function newAt({ path, was }: Moved, before: Session, after: Session, { reports, findings }: Asking): readonly Finding[] {
  const now = reports(after.cache.get, path);
  if (now.reports.length === 0 && now.allowances.length === 0) return [];
  const old = reports(before.cache.get, was);
  if (holdsBack(after, path, now) || holdsBack(before, was, old)) {
    return without(findings(after.analysis(), path), findings(before.analysis(), was), keyOfFinding);
  }
  return freshly(now.reports, old.reports, after);
}

/** By one rule over the whole project. */
export function broughtByRule(rule: string, before: Session, after: Session): readonly Finding[] {
  const [old, now] = [before, after].map(({ cache: { get } }) => reportsOfRule(get, rule));
  return freshly(now ?? [], old ?? [], after);
}

function freshly(now: readonly Ruled[], old: readonly Ruled[], after: Session): readonly Finding[] {
  const fresh = without(now, old, ({ rule, report }) => keyOf(rule, report.id, report.say.zh));
  return [...placed(after.cache.get, fresh)].sort(inOrder);
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
  return JSON.stringify([rule, id ?? '', withoutCounts(words)]);
}
