/** A fault that is committed, as the change git would tell: one commit on the whole sample. */
import { asPath } from '../../engine/base/text.ts';
import type { Session } from '../../engine/session/session.ts';
import type { ChangedFile, ChangeSet, Commit } from '../../engine/workspace/changeSet.ts';
import { fileContent, type FileSource } from '../../engine/workspace/files.ts';
import type { Fault } from '../../host/sample/fault.ts';
import { authorsOf, identityIn } from '../../host/sample/materialise.ts';
import type { Changes } from '../../host/sample/states.ts';

interface Surroundings {
  readonly sample: string;
  readonly source: FileSource;
  /** The project with the fault in it. */
  readonly after: Session;
}

/** Undefined of a fault that lies in the working tree. */
export function changeSetOf(
  { commit: made }: Fault,
  broken: Changes,
  { sample, source, after }: Surroundings,
): ChangeSet | undefined {
  if (made === undefined) return undefined;
  const files = [...broken]
    .map(([file, text]) => changedFile(file, text, source))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const [, name = '', email = ''] = /^(.*) <(.*)>$/.exec(identityIn(authorsOf(sample), made.author)) ?? [];
  const commit: Commit = {
    hash: 'f'.repeat(40),
    message: made.message,
    author: { name, email },
    at: made.date,
    parents: 1,
    files,
  };
  const left: FileSource = { list: () => source.list(), read: path => after.cache.get(fileContent, path) };
  const past = {
    commitsNaming: () => [commit],
    tagsWith: () => [],
    treeOf: () => left,
    sidesOf: () => ({ before: source, after: left }),
  };
  return { stage: 'range', before: source, after: left, files, commits: [commit], past };
}

function changedFile(file: string, text: string | null, source: FileSource): ChangedFile {
  const wasThere = source.read(asPath(file)).state !== 'absent';
  return { path: asPath(file), how: text === null ? 'deleted' : wasThere ? 'modified' : 'added', sort: 'file' };
}
