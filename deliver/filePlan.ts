/** What a writing command is about to do: shown first, then carried out file by file. */
import { asPath, type Path } from '../engine/base/text.ts';
import type { Project } from '../engine/rules/project.ts';

export interface PlannedFile {
  readonly path: Path;
  readonly text: string;
  readonly does: 'create' | 'update' | 'keep';
}

export function planned(project: Project, path: string, text: string): PlannedFile {
  const before = project.text(path);
  return { path: asPath(path), text, does: before === undefined ? 'create' : before === text ? 'keep' : 'update' };
}
