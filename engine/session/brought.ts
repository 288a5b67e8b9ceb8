/**
 * What a change brought to a document: what rules say of it now and did not say before, wherever in the text it stood. Rules over
 * the whole project are not asked.
 */
import type { Path } from '../base/text.ts';
import { isDocumentPath } from '../model/project.ts';
import type { Finding } from '../rules/finding.ts';
import { reportsOf } from '../rules/run.ts';
import type { Session } from './session.ts';

/** `was`: the path it had before. Only what is said now is placed in a text; the one before is not even read. */
export function broughtTo(path: Path, before: Session, after: Session, was: Path = path): readonly Finding[] {
  const found = after.analysis().documentFindings(path);
  if (found.length === 0) return found;
  const left = Map.groupBy(saidOf(before, was), key => key);
  return found.filter(({ rule, message, id }) => left.get(keyOf(rule, message.zh, id))?.pop() === undefined);
}

/** An allowance covers a place, so with one of them reports have to be placed. */
function saidOf(session: Session, path: Path): readonly string[] {
  const { get } = session.cache;
  if (!get(isDocumentPath, path)) return [];
  const { reports, allowances } = reportsOf(get, path);
  if (allowances.length === 0) return reports.map(({ rule, report }) => keyOf(rule, report.say.zh, report.id));
  return session
    .analysis()
    .documentFindings(path)
    .map(({ rule, message, id }) => keyOf(rule, message.zh, id));
}

function keyOf(rule: string, words: string, id: string | undefined): string {
  return JSON.stringify([rule, id ?? '', words]);
}
