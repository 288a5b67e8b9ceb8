/** What lies in the working tree and was not committed: HEAD against the files on the disk, new ones that git does not ignore among them. */
import path from 'node:path';
import type { Path } from '../../engine/base/text.ts';
import type { ChangeSet } from '../../engine/workspace/changeSet.ts';
import { markOf } from '../git/workingBlobs.ts';
import { diskSource } from '../project/disk.ts';
import { gitUnfiltered } from '../git/git.ts';
import { entryOf } from '../trees/treeEntry.ts';
import { changedTreeFiles, type EntryChange } from '../trees/treeChanges.ts';
import { commitInMaking, type Making } from './pendingCommit.ts';
import { renamedFiles } from '../trees/renames.ts';
import { pastOf } from '../git/commitHistory.ts';
import { noWorkingTree, refusalOf } from '../git/gitRefusals.ts';
import { headOf, type Repository } from '../git/repository.ts';
import { parentsToCome } from './staged.ts';
import { NO_FILES, treeSource } from '../trees/storedSource.ts';

/**
 * The change between HEAD and the files on disk, with new files that git does not ignore.
 *
 * @throws HostError in a bare repository.
 */
export function workingChange(repository: Repository, making: Making): ChangeSet {
  if (repository.isBare) throw noWorkingTree(repository.folder);
  const head = headOf(repository);
  const files = changedTreeFiles(renamedFiles(differencesOf(repository)));
  return {
    stage: 'commit',
    before: head === undefined ? NO_FILES : treeSource(repository, head),
    after: diskSource(repository.folder),
    files,
    commits: [commitInMaking(repository.folder, making, parentsToCome(repository, head), files)],
    past: pastOf(repository, head),
  };
}

const STATUS = [
  '-c',
  'diff.orderFile=/dev/null',
  'status',
  '--porcelain=v2',
  '-z',
  '--untracked-files=all',
  '--no-renames',
  '--ignore-submodules=dirty',
  '--',
  '.',
];

/** Files that git tells apart from HEAD, each once. */
function differencesOf({ folder, prefix }: Repository): readonly EntryChange[] {
  const answer = gitUnfiltered(folder, STATUS);
  if (!answer.ok) throw refusalOf(answer, folder);
  const files = new Map<Path, Difference>();
  for (const line of answer.out.toString('utf8').split('\0')) {
    const file = differenceIn(line, prefix);
    const other = file && files.get(file.path);
    // One that was taken out of the index and still lies there is in two lines.
    if (file) files.set(file.path, other === undefined ? file : { ...other, mode: file.mode });
  }
  return [...files.values()].flatMap(file => changeOf(folder, file) ?? []);
}

interface Difference {
  readonly path: Path;
  readonly head: { readonly mode: string; readonly id: string };
  /** On the disk. */
  readonly mode: string;
}

const NONE = '000000';

/** `1 XY SUB MODE-HEAD MODE-INDEX MODE-DISK ID-HEAD ID-INDEX PATH`, `u XY SUB M1 M2 M3 MODE-DISK ID1 ID2 ID3 PATH`, `? PATH` */
function differenceIn(line: string, prefix: string): Difference | undefined {
  const fields = line.split(' ');
  const from = { '?': 1, '1': 8, u: 10 }[line[0] ?? ''];
  if (from === undefined) return undefined;
  const path = fields.slice(from).join(' ').slice(prefix.length) as Path;
  // Of a repository in the working tree that is no submodule git names only the folder.
  if (line.startsWith('?'))
    return path.endsWith('/') ? undefined : { path, head: { mode: NONE, id: '' }, mode: '100644' };
  const [head = '', id = '', mode = ''] = line.startsWith('1')
    ? [fields[3], fields[6], fields[5]]
    : [fields[4], fields[8], fields[6]];
  return { path, head: { mode: head, id }, mode };
}

/** Nothing where what was staged was taken back on the disk. */
function changeOf(folder: string, { path: file, head, mode }: Difference): EntryChange | undefined {
  const mark = mode === NONE ? undefined : markOf(path.join(folder, file));
  return head.mode === mode && (mark === undefined || mark === head.id)
    ? undefined
    : { path: file, before: entryOf(head.mode, head.id), after: entryOf(mode, mark ?? '') };
}
