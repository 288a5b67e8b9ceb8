/** The registered person behind a git identity: by e-mail, else by name. */
import type { Project } from '../../engine/rules/project.ts';

/** The staff id of a git identity; undefined for a person without a staff record. */
export function staffOf(
  project: Project,
  { name, email }: { readonly name: string; readonly email: string },
): string | undefined {
  const staff = project.entries('staff');
  const byEmail = staff.find(({ data }) => email !== '' && emailsIn(data['git_emails']).includes(email.toLowerCase()));
  return (byEmail ?? staff.find(({ data }) => name !== '' && data['name'] === name))?.id;
}

function emailsIn(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : []).map(email => String(email).toLowerCase());
}
