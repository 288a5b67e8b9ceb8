/** Both sides of the commits of a change, as far as git listed them: what each file was, and what the commit left of it. */
import { languageNameOf } from '../../engine/session/languages.ts';
import { oncePer } from '../../engine/base/once.ts';
import type { Path } from '../../engine/base/text.ts';
import type { Sides } from '../../engine/workspace/changeSet.ts';
import type { FileSource } from '../../engine/workspace/files.ts';
import type { StoredCommit } from '../git/commits.ts';
import type { Repository } from '../git/repository.ts';
import { seenIn } from './storedChange.ts';
import { seenSource } from '../trees/storedSource.ts';

/** `known`: the commits that were listed, more and more of them. */
export function sidesOf(
  repository: Repository,
  known: ReadonlyMap<unknown, StoredCommit>,
): (commit: StoredCommit | undefined) => Sides {
  // Who asks for a file of one will ask for such files of the others: they are read in one call.
  const readAlike = oncePer((sort: string) =>
    repository.blobs.prefetch([...known.values()].flatMap(commit => idsIn(commit, sort.startsWith('document')))),
  );
  const ahead = (source: FileSource): FileSource => ({
    list: () => source.list(),
    read: path => {
      readAlike(`${isDocument(path) ? 'document' : 'code'} ${known.size}`);
      return source.read(path);
    },
  });
  return commit => {
    const changes = commit?.changes ?? [];
    return {
      before: ahead(seenSource(repository, seenIn(changes, 'before'))),
      after: ahead(seenSource(repository, seenIn(changes, 'after'))),
    };
  };
}

function idsIn({ changes }: StoredCommit, documents: boolean): readonly string[] {
  const alike = changes.filter(({ path }) => (documents ? isDocument(path) : languageNameOf(path) !== undefined));
  return alike.flatMap(({ before, after }) => [before?.id, after?.id].filter(id => id !== undefined));
}

function isDocument(path: Path): boolean {
  return path.endsWith('.md');
}
