/** The background checks of a person: records that name them. */
import type { BackgroundCheck } from '../../../docs-schema/generated/types.ts';
import type { Project } from '../project.ts';
import type { EntryOf } from '../../model/entry.ts';

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
