/** The confidentiality undertakings of a person, and the people who have to sign one. */
import type { Nda, Staff } from '../../../docs-schema/generated/types.ts';
import type { Project } from '../project.ts';
import type { EntryOf } from '../../model/entry.ts';

/**
 * Whether a person has to sign one: in a key data post, or every person in service when `duties.nda` of docket.yml is
 * `everybody`.
 */
export function owesUndertaking({ data, broken, ...entry }: EntryOf<Staff>, project: Project): boolean {
  if (broken || !project.reached({ data, broken, ...entry }, 'active')) return false;
  return data.key_data_post === true || project.config.duties.nda === 'everybody';
}

/** All confidentiality undertakings whose person has this id. */
export function undertakingsOf(person: string, project: Project): readonly EntryOf<Nda>[] {
  const ids = new Set(
    project
      .linksTo(person)
      .filter(({ relation }) => relation === 'staff')
      .map(({ from }) => from),
  );
  return [...ids].flatMap(id => {
    const entry = project.entry<Nda>(id);
    return entry?.kind === 'nda' && !entry.broken ? [entry] : [];
  });
}
