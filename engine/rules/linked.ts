/** Records that belong together: a link counts from whichever end somebody wrote it. */
import { isStated } from '../model/entry.ts';
import type { Project } from './project.ts';

/** Identifiers that a record gives under a relation, and records of a kind that point back at it. */
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
