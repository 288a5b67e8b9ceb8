/** The background check records that name a person. */
import type { BackgroundCheck } from '../../../docs-schema/generated/types.ts';
import type { Project } from '../project.ts';
import type { EntryOf } from '../../model/entry.ts';

/** All background check records whose person has this id; those with unreadable frontmatter are left out. */
export function checksOf(person: string, project: Project): readonly EntryOf<BackgroundCheck>[] {
  const ids = new Set(
    project
      .linksTo(person)
      .filter(({ relation }) => relation === 'staff')
      .map(({ from }) => from),
  );
  return [...ids].flatMap(id => {
    const entry = project.entry<BackgroundCheck>(id);
    return entry?.kind === 'background-check' && !entry.broken ? [entry] : [];
  });
}
