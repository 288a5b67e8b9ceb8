/** The active ticket: `git config docket.ticket WX-2026-0003`. */
import { git } from '../git/git.ts';

/** Empty when it is not set. */
export function activeTicket(folder: string): string {
  return git(folder, ['config', '--get', 'docket.ticket']).out.toString('utf8').trim();
}
