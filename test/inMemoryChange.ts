/** A change of a project held in memory, for tests. */
import { asPath } from '../engine/base/text.ts';
import type { ExampleChange, Files } from '../engine/rules/rule.ts';
import { analyseChange, type ChangeAnalysis } from '../engine/session/change/changeAnalysis.ts';
import type { ChangedFile, ChangeSet, Commit } from '../engine/workspace/changeSet.ts';
import { open, sourceOf } from './inMemory.ts';

const HASH = '1234567890abcdef1234567890abcdef12345678';

/** One commit that turns the files before into those after. */
export function changeIn(after: Files, change: ExampleChange, asOf?: string): ChangeAnalysis {
  const before = filesBefore(after, change);
  const files = changedFiles(before, after);
  const stage = change.stage ?? 'range';
  const commit: Commit = {
    hash: stage === 'commit' ? undefined : HASH,
    message: change.message ?? '',
    author: { name: change.author ?? '李四', email: change.author ?? 'ry-004@example.invalid' },
    at: change.at ?? '2026-04-03T10:00:00+08:00',
    parents: 1,
    files,
  };
  const past: ChangeSet['past'] = {
    commitsNaming: () => [commit],
    tagsWith: () => change.tags ?? [],
    treeOf: () => sourceOf(after),
    sidesOf: () => ({ before: sourceOf(before), after: sourceOf(after) }),
  };
  const set: ChangeSet = { stage, before: sourceOf(before), after: sourceOf(after), files, commits: [commit], past };
  return analyseChange(set, open(before, asOf), open(after, asOf));
}

function filesBefore(after: Files, { before }: ExampleChange): Files {
  if (before === undefined) return after['docket.yml'] === undefined ? {} : { 'docket.yml': after['docket.yml'] };
  const files = { ...after, ...before };
  return Object.fromEntries(Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null));
}

function changedFiles(before: Files, after: Files): readonly ChangedFile[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return paths.flatMap((path): readonly ChangedFile[] => {
    if (before[path] === after[path]) return [];
    const how = before[path] === undefined ? 'added' : after[path] === undefined ? 'deleted' : 'modified';
    return [{ path: asPath(path), how, sort: 'file' }];
  });
}
