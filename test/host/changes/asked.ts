/** Change sets of small repositories, told in a line a file. */
import type { Path } from '../../../engine/base/text.ts';
import type { ChangedFile, ChangeSet } from '../../../engine/workspace/changeSet.ts';
import type { FileSource } from '../../../engine/workspace/files.ts';
import type { Making } from '../../../host/changes/pendingCommit.ts';
import { commitChange, rangeChange } from '../../../host/changes/range.ts';
import { repositoryOf } from '../../../host/git/repository.ts';
import { stagedChange } from '../../../host/changes/staged.ts';
import type { StoredChange } from '../../../host/changes/storedChange.ts';
import { workingChange } from '../../../host/changes/working.ts';
import { HostError } from '../../../host/hostError.ts';

export const making: Making = {
  author: { name: '李工', email: 'li@example.invalid' },
  asOf: '2026-06-01T09:00:00+08:00',
};

export const staged = (root: string, more: Partial<Making> = {}): StoredChange =>
  stagedChange(repositoryOf(root), { ...making, ...more });
export const working = (root: string): ChangeSet => workingChange(repositoryOf(root), making);
export const range = (root: string, text: string): StoredChange => rangeChange(repositoryOf(root), text);
export const single = (root: string, revision: string): StoredChange => commitChange(repositoryOf(root), revision);

/** `modified a.md`, `renamed b.md < a.md`, `added lib (submodule)` */
export function told(files: readonly ChangedFile[]): readonly string[] {
  return files.map(
    ({ how, path, was, sort }) =>
      `${how} ${path}${was === undefined ? '' : ` < ${was}`}${sort === 'file' ? '' : ` (${sort})`}`,
  );
}

/** Its text, or in brackets why there is none. */
export function textIn(source: FileSource, file: string): string {
  const content = source.read(file as Path);
  if (content.state === 'bytes') return Buffer.from(content.bytes).toString('utf8');
  return content.state === 'unreadable' ? `(${content.reason})` : `(${content.state})`;
}

export function listedIn(source: FileSource): readonly string[] {
  return [...source.list()].sort();
}

/** The English words of a refusal. */
export function refusalOf(ask: () => unknown): string {
  try {
    ask();
  } catch (error) {
    if (error instanceof HostError && !/\n/.test(error.says.zh + error.says.en)) return error.says.en;
    throw error;
  }
  throw new Error('was not refused');
}

/** Its two texts at both moments. */
export function bothIn({ before, after }: ChangeSet, file: string): readonly [string, string] {
  return [textIn(before, file), textIn(after, file)];
}
