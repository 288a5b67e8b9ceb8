/**
 * Carries a plan out on the disk, file by file, and answers with what became of each. The only place that writes files of a project.
 *
 * Invariants: a file is written whole or not at all: beside its place first, then renamed, with the permissions it had. A file that no
 * longer holds what the plan says is left alone. Links are not followed, and nothing outside of the folder is written. What is refused
 * is an answer; nothing throws.
 */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Action, actionOf, bytesOf, type FilePlan, type Plan } from '../../engine/base/plan.ts';
import type { Path } from '../../engine/base/text.ts';
import { fileBeside } from './fileBeside.ts';
import { isInsideOneOf, objectionTo } from './objection.ts';
import { type WriteRefusal, refusal, refusalFrom } from './refusal.ts';

export type Did = 'created' | 'changed' | 'deleted' | 'renamed' | 'unchanged' | 'refused';

/** What became of one file of a plan. */
export interface FileOutcome {
  readonly path: Path;
  readonly did: Did;
  /** Where a renamed file was. */
  readonly from?: Path;
  /** Only of a refused file. */
  readonly refusal?: WriteRefusal;
}

/** In the order of the plan. */
export type Outcome = readonly FileOutcome[];

/** How a plan is carried out. */
export interface Conditions {
  /** Nothing is written when one file is refused, as far as that can be seen before. */
  readonly together?: boolean;
  /** Folders besides `root` that may be written in: hooks may be kept outside of the working tree. */
  readonly besides?: readonly string[];
}

/** Paths of the plan are relative to `root`, or absolute within one of `besides`. */
export function carryOut(root: string, plan: Plan, { together = false, besides = [] }: Conditions = {}): Outcome {
  const folders = [root, ...besides];
  const placed = plan.map(file => ({ file, target: path.resolve(root, file.path) }));
  const objected =
    together &&
    placed.some(({ file, target }) => actionOf(file) !== 'keep' && objectionTo(file, target, folders) !== undefined);
  let isRefused = false;
  return placed.map(({ file, target }) => {
    const action = actionOf(file);
    if (action === 'keep') return { path: file.path, did: 'unchanged' };
    const own = objectionTo(file, target, folders);
    const refused =
      own ?? (objected || (together && isRefused) ? refusal('together') : carried(file, action, target, root, folders));
    isRefused ||= refused !== undefined;
    if (refused !== undefined) return { path: file.path, did: 'refused', refusal: refused };
    return { path: file.path, did: DID[action], ...(file.from === undefined ? {} : { from: file.from }) };
  });
}

const DID: Readonly<Record<Action, Did>> = {
  create: 'created',
  change: 'changed',
  delete: 'deleted',
  rename: 'renamed',
  keep: 'unchanged',
};

function carried(
  file: FilePlan,
  action: Action,
  target: string,
  root: string,
  folders: readonly string[],
): WriteRefusal | undefined {
  try {
    if (action === 'delete') rmSync(target);
    else if (file.from !== undefined) renameSync(path.resolve(root, file.from), target);
    else return written(file, target, folders);
    return undefined;
  } catch (error) {
    return refusalFrom(error);
  }
}

/** Another process may have written the file while this one was at work, so it is looked at again right before the renaming. */
function written(file: FilePlan, target: string, folders: readonly string[]): WriteRefusal | undefined {
  mkdirSync(path.dirname(target), { recursive: true });
  using beside = fileBeside(target);
  if (beside === undefined) return refusal('busy');
  beside.write(bytesOf(file.after ?? ''), file.isProgram === true);
  const objection = objectionTo(file, target, folders);
  if (objection !== undefined) return objection;
  if (!isInsideOneOf(folders, target)) return refusal('outside');
  beside.putInPlace();
  return undefined;
}
