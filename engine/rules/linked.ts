/** Records that belong together. A link counts from both ends, no matter in which record it is written. */
import { isStated } from '../model/entry.ts';
import type { Project } from './project.ts';

/** Identifiers that a record names under a relation, and records of a kind that name it. */
export function linkedIds(project: Project, id: string, relation: string, kind: string): ReadonlySet<string> {
  const given = project
    .linksFrom(id)
    .filter(link => link.relation === relation)
    .map(({ target }) => target);
  const back = project
    .linksTo(id)
    .filter(isStated)
    .map(({ from }) => from);
  return new Set([...given, ...back.filter(from => project.entry(from)?.kind === kind)]);
}
