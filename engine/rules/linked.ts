/** Records that belong together: a link counts from whichever end somebody wrote it. */
import type { Link } from '../model/entry.ts';
import type { Project } from './project.ts';

/** What is only named in running text is no statement about two records. */
const PROSE: ReadonlySet<Link['relation']> = new Set(['mentions', 'embeds', 'names']);

/** Identifiers that a record gives under a relation, and records of a kind that point back at it. */
export function linkedIds(project: Project, id: string, relation: string, kind: string): ReadonlySet<string> {
  const given = project
    .linksFrom(id)
    .filter(link => link.relation === relation)
    .map(({ target }) => target);
  const back = project
    .linksTo(id)
    .filter(link => !PROSE.has(link.relation))
    .map(({ from }) => from);
  return new Set([...given, ...back.filter(from => project.entry(from)?.kind === kind)]);
}
