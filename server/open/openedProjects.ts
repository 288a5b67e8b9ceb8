// The projects a server has opened. Each folder with a `docket.yml` is one; a file belongs to the nearest above it.
import { dirname, join } from 'node:path';
import type { Path } from '../../engine/session/types.ts';
import { diskSource } from '../../host/project/disk.ts';
import { findRoot } from '../../host/project/root.ts';
import { pathIn, withSmallDrive } from './paths.ts';
import { openAnalysis, changedOnDisk, type OpenedProject, openInEditor } from './openedProject.ts';
import { type Publishing, publishing, type Reader } from './publishing.ts';

interface Served {
  readonly project: OpenedProject;
  readonly publishing: Publishing;
}

/** The open projects of a workspace, by folder. */
export interface Projects {
  readonly all: ReadonlyMap<string, Served>;
  /** Opens what a workspace folder holds: itself, or the projects below it. */
  openFolder(folder: string): void;
  /** Forgets the projects of a folder that left the workspace, and what was shown of them. */
  closeFolder(folder: string): void;
  /** The project of a file, opened when it is not open yet; undefined outside every project. */
  above(file: string): Served | undefined;
  /** The same with the file's path there; undefined when the project does not know the file. */
  holding(file: string): (Served & { readonly path: Path }) | undefined;
  /** A file made a moment ago may be opened before the watcher tells of it. */
  meet(file: string): void;
}

/** Opens and forgets projects as the workspace changes; their findings go to `reader`. */
export function projectsFor(reader: Reader): Projects {
  const all = new Map<string, Served>();

  const open = (root: string): Served => {
    const existing = all.get(root);
    if (existing) return existing;
    const project = openInEditor(root);
    const served = { project, publishing: publishing(project, reader) };
    all.set(root, served);
    served.publishing.changed();
    return served;
  };

  const above = (file: string): Served | undefined => {
    const root = findRoot(dirname(file));
    return root === undefined ? undefined : open(root);
  };

  return {
    all,
    above,
    openFolder(folder) {
      for (const root of rootsIn(folder)) open(withSmallDrive(root));
    },
    closeFolder(folder) {
      for (const [root, { publishing }] of all) {
        if (root !== folder && pathIn(folder, root) === undefined) continue;
        publishing.stop();
        all.delete(root);
      }
    },
    holding(file) {
      const served = above(file);
      if (!served) return undefined;
      const path = pathIn(served.project.root, file);
      const known = path !== undefined && openAnalysis(served.project).exists(path);
      return known ? { ...served, path } : undefined;
    },
    meet(file) {
      const served = above(file);
      if (served) changedOnDisk(served.project, [file]);
    },
  };
}

function rootsIn(folder: string): readonly string[] {
  if (findRoot(folder) === folder) return [folder];
  const paths = diskSource(folder).list();
  return paths.filter(path => path.endsWith('/docket.yml')).map(path => join(folder, dirname(path)));
}
