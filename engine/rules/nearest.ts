/** The identifier that was probably meant. */
import { query } from '../base/queries.ts';
import { closest } from '../base/closest.ts';
import { sameData } from '../base/sameData.ts';
import { entriesByKind, itemsByKind } from '../model/outline.ts';
import type { Project } from './project.ts';

export { closest, editDistance } from '../base/closest.ts';

/** An existing identifier of the same kind, one or two characters away; undefined when there is none. */
export function nearest(id: string, project: Project): string | undefined {
  const kind = project.catalogue.kindOfId(id);
  return kind === undefined ? undefined : closest(id, project.get(idsOfKind, kind));
}

const idsOfKind = query<readonly string[]>(
  'idsOfKind',
  (kind, get) => [...get(entriesByKind, kind), ...get(itemsByKind, kind)].map(({ id }) => id),
  sameData,
);
