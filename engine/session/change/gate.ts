/**
 * What a gate checks in a change, and what it reports: findings that were not there before the change and are not in
 * the baseline. Baseline and configuration are those of the later moment.
 */
import type { Path } from '../../base/text.ts';
import { baselineOf, judge, remainder } from '../../rules/runner/baseline.ts';
import type { Finding } from '../../rules/runner/finding.ts';
import type { Change } from '../../rules/rule.ts';
import { changeOf, findingsOfChange } from '../../rules/runner/runChange.ts';
import type { ChangedFile, ChangeSet } from '../../workspace/changeSet.ts';
import { affectedBy } from './affected.ts';
import { broughtAtTheGate } from './atTheGate.ts';
import { frozenFindingsAt } from '../questions/baselineKept.ts';
import { type Brought, broughtTo, broughtToAll, together } from './brought.ts';
import type { Session } from '../session.ts';

/**
 * Where a change is judged.
 *
 * - `staged`: before a commit. Checks the committed documents and those related to them. Rules that need the whole
 *   year (ledgers, figures, periods without a record) run at `range` and in the check of the project.
 * - `message`: after the commit message is written. Reports only what the message adds.
 * - `range`: existing commits, uncommitted changes, or two folders. All rules, over the whole project.
 */
export type Gate = 'staged' | 'message' | 'range';

/** A change with the sessions of both moments. */
interface ComparedChange {
  readonly set: ChangeSet;
  readonly change: Change;
  readonly before: Session;
  readonly after: Session;
}

type Looked = (compared: ComparedChange) => Brought;

const LOOKED: Readonly<Record<Gate, Looked>> = {
  staged: lookedAtStaged,
  message: lookedAtMessage,
  range: lookedAtRange,
};

/** The findings that a gate reports: those of rules about changes first, then by path, place and rule. */
export function findingsAt(gate: Gate, compared: ComparedChange): readonly Finding[] {
  const { findings, before } = LOOKED[gate](compared);
  const { get } = compared.after.cache;
  const baseline = [...new Set(findings.map(({ at }) => at.path))].flatMap(path => frozenFindingsAt(get, path));
  return judge(findings, remainder(baseline, before)).shown;
}

function lookedAtRange({ set, change, before, after }: ComparedChange): Brought {
  return together([aboutChange(change), broughtToAll(before, after, pathsBefore(set.files))]);
}

function lookedAtStaged({ set, change, before, after }: ComparedChange): Brought {
  const wasOf = pathsBefore(set.files);
  const paths = set.files.flatMap(({ path, was }) => (was === undefined ? [path] : [path, was]));
  const documents = affectedBy(before, after, paths).map(path => broughtTo({ path, was: wasOf(path) }, before, after));
  return together([aboutChange(change), ...documents, broughtAtTheGate(set.files, before, after)]);
}

function lookedAtMessage({ set, change, before, after }: ComparedChange): Brought {
  // The order matters: a session knows one message at a time and places its findings in that one.
  const written = findingsOfChange(change);
  const unwritten = { ...set, commits: set.commits.map(commit => ({ ...commit, message: '' })) };
  const known = findingsOfChange(changeOf(unwritten, before.cache, after.cache));
  return { findings: judge(written, baselineOf(known)).shown, before: [] };
}

function aboutChange(change: Change): Brought {
  return { findings: findingsOfChange(change), before: [] };
}

/** A function that gives the earlier path of a file. */
function pathsBefore(files: readonly ChangedFile[]): (path: Path) => Path {
  const moved = new Map(files.flatMap(({ path, was }) => (was === undefined ? [] : [[path, was] as const])));
  return path => moved.get(path) ?? path;
}
