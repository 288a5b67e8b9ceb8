/** Opens a session on the project a folder belongs to. */
import type { Path } from '../../engine/base/text.ts';
import { Session } from '../../engine/session/session.ts';
import type { FileSource } from '../../engine/workspace/files.ts';
import type { RepositoryFacts } from '../../engine/workspace/repositoryFacts.ts';
import { factsOf } from '../git/repositoryFacts.ts';
import { now } from '../clock.ts';
import { diskSource } from './disk.ts';
import '../grammars.ts';
import { rootOf } from './root.ts';

/** A project that is open on the disk. */
export interface OpenProject {
  /** The folder of docket.yml. */
  readonly root: string;
  readonly source: FileSource;
  readonly session: Session;
}

/** What a caller knows already, or wants to know. */
interface ProjectOpening {
  readonly files?: readonly Path[];
  readonly onRead?: (file: Path) => void;
  /** Where the facts of the repository come from, when it is not the repository itself. */
  readonly repository?: () => RepositoryFacts | undefined;
}

/** The project that `cwd` belongs to. */
export function openProject(
  cwd: string,
  asOf = now(),
  { files, onRead, repository }: ProjectOpening = {},
): OpenProject {
  const root = rootOf(cwd);
  const source = diskSource(root, files);
  const options = { asOf, repository: repository ?? (() => factsOf(root)) };
  return { root, source, session: Session.open(onRead ? noting(source, onRead) : source, options) };
}

function noting(source: FileSource, onRead: (file: Path) => void): FileSource {
  return {
    list: source.list,
    read: file => {
      onRead(file);
      return source.read(file);
    },
  };
}
