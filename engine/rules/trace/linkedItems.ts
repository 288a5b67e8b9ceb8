/** Items and their relations in the rules about traces. */
import type { Item } from '../../model/entry.ts';
import type { Project } from '../project.ts';

/** Items that name this item under a relation, without those marked as deleted. */
export function linkedItems({ id }: Item, relation: string, project: Project): readonly Item[] {
  const names = new Set(
    project
      .linksTo(id)
      .filter(link => link.relation === relation)
      .map(({ from }) => from),
  );
  return [...names].flatMap(name => project.find(name)?.item ?? []).filter(isAlive);
}

/** Whether an identifier belongs to an item that is not marked as deleted. */
export function isHeld(id: string, project: Project): boolean {
  const item = project.find(id)?.item;
  return item !== undefined && isAlive(item);
}

function isAlive({ attributes }: Item): boolean {
  return attributes['status'] !== 'deleted';
}
