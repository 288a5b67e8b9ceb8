/** Opens a session on the project a folder belongs to. */
import type { Path } from '../engine/base/text.ts';
import { Session } from '../engine/session/session.ts';
import type { FileSource } from '../engine/workspace/files.ts';
import { now } from './clock.ts';
import { diskSource } from './disk.ts';
import { rootOf } from './root.ts';

export interface OpenProject {
  /** The folder of docket.yml. */
  readonly root: string;
  readonly source: FileSource;
  readonly session: Session;
}

/** The project that `cwd` belongs to; `files` where the caller has listed them already. */
export function openProject(cwd: string, asOf = now(), files?: readonly Path[]): OpenProject {
  const root = rootOf(cwd);
  const source = diskSource(root, files);
  return { root, source, session: Session.open(source, { asOf }) };
}
