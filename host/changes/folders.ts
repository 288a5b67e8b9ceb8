/** Two folders, for teams without git: the delivery before and the one now. */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Path } from '../../engine/base/text.ts';
import { type ChangeSet, NO_PAST } from '../../engine/workspace/changeSet.ts';
import { markOf } from '../git/workingBlobs.ts';
import { diskSource } from '../project/disk.ts';
import { HostError } from '../hostError.ts';
import type { TreeEntry } from '../trees/treeEntry.ts';
import { changedTreeFiles, type EntryChange } from '../trees/treeChanges.ts';
import { commitInMaking, type Making } from './pendingCommit.ts';
import { renamedFiles } from '../trees/renames.ts';

/** No later check will see it again, so everything falls due now; a commit is made up where there is a message. */
export function folderChange(older: string, newer: string, making: Making): ChangeSet {
  const [before, after] = [folderSource(older), folderSource(newer)];
  const differences = differencesOf({ folder: older, files: before.list() }, { folder: newer, files: after.list() });
  const files = changedTreeFiles(renamedFiles(differences));
  const commits = making.messageFile === undefined ? [] : [commitInMaking(newer, making, 1, files)];
  return { stage: 'range', before, after, files, commits, past: NO_PAST };
}

function folderSource(folder: string): ReturnType<typeof diskSource> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return diskSource(folder);
  throw new HostError({
    zh: `没有目录 ${folder}，无法比较。请检查路径。`,
    en: `Cannot compare ${folder}: there is no such folder. Check its path.`,
  });
}

interface Listing {
  readonly folder: string;
  readonly files: readonly Path[];
}

function differencesOf(older: Listing, newer: Listing): readonly EntryChange[] {
  const [before, after] = [new Set(older.files), new Set(newer.files)];
  const changes = [...new Set([...older.files, ...newer.files])].map(file => ({
    path: file,
    before: before.has(file) ? entryAt(older.folder, file) : undefined,
    after: after.has(file) ? entryAt(newer.folder, file) : undefined,
  }));
  return changes.filter(change => change.before?.id !== change.after?.id);
}

/** Undefined for a folder in place of a file. */
function entryAt(folder: string, file: Path): TreeEntry | undefined {
  const mark = markOf(path.join(folder, file));
  if (mark === undefined || mark === '?folder') return undefined;
  return { sort: mark.startsWith('?link ') ? 'link' : 'file', id: mark };
}
