/** The plan of a file whose text is written anew. */
import type { FilePlan } from '../engine/base/plan.ts';
import { asPath } from '../engine/base/text.ts';
import type { Project } from '../engine/rules/project.ts';

/** A file with the text it is to have. */
export type NewText = FilePlan & { readonly after: string };

/** `path` in a project, from what the project holds there to `text`. */
export function planned(project: Project, path: string, text: string): NewText {
  return { path: asPath(path), before: project.text(path), after: text };
}
