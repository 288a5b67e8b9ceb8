/** Items that point at another by a relation, less those that are deleted. */
import type { Item } from '../../model/entry.ts';
import type { Project } from '../project.ts';

export function linkedItems({ id }: Item, relation: string, project: Project): readonly Item[] {
  const names = new Set(
    project
      .linksTo(id)
      .filter(link => link.relation === relation)
      .map(({ from }) => from),
  );
  return [...names].flatMap(name => project.find(name)?.item ?? []).filter(isAlive);
}

export function isHeld(id: string, project: Project): boolean {
  const item = project.find(id)?.item;
  return item !== undefined && isAlive(item);
}

function isAlive({ attributes }: Item): boolean {
  return attributes['status'] !== 'deleted';
}
