/** The record a person names, or the one that was probably meant. */
import { nearest } from '../../engine/session/questions/records.ts';
import type { Entry, Project } from '../../engine/session/types.ts';
import { HostError } from '../../host/hostError.ts';

/**
 * The record that has an identifier.
 * @throws HostError when there is none
 */
export function recordNamed(project: Project, id: string): Entry {
  const entry = project.find(id)?.entry;
  if (entry !== undefined) return entry;
  const meant = nearest(id, project);
  throw new HostError({
    zh: `没有单据 ${id}。${meant === undefined ? '请检查编号。' : `是否要写 ${meant}？`}`,
    en: `There is no record ${id}. ${meant === undefined ? 'Check the identifier.' : `Did you mean ${meant}?`}`,
  });
}
