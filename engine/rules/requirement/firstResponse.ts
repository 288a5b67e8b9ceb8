/** The first answer to a requirement, judged like a ticket of level P4. */
import type { Requirement, Ticket } from '../../../docs-schema/generated/types.ts';
import { placeOf } from '../../model/entry.ts';
import { linkedIds } from '../linked.ts';
import type { Project } from '../project.ts';
import type { Remark } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';
import { binds, inMinutes, serviceLevels } from '../serviceLevels.ts';

/** One report when the first answer came later than the response target of level P4. */
export function* answeredLate({ data, ...entry }: EntryOf<Requirement>, project: Project): Iterable<Remark> {
  const { received_at, responded_at } = data;
  if (received_at === undefined || responded_at === undefined) return;
  const verdict = serviceLevels(
    { ...entry, data: { severity: 'P4', reported_at: received_at, responded_at } },
    project,
  )?.response;
  if (verdict?.outcome !== 'missed' || !binds(verdict, project) || isSaidByTicket(entry.id, project)) return;
  const [took, target] = [inMinutes(verdict.minutes, verdict.clock), inMinutes(verdict.target ?? 0, verdict.clock)];
  const say = {
    zh: `${entry.id} 响应用了 ${took.zh}，超过时限 ${target.zh}。`,
    en: `${entry.id} was answered after ${took.en}; the target is ${target.en}.`,
  };
  yield { at: placeOf({ ...entry, data }, '/responded_at'), id: entry.id, say };
}

/**
 * Whether a linked ticket already reports the delay: a call that came in as a ticket and became a requirement is
 * reported once.
 */
function isSaidByTicket(id: string, project: Project): boolean {
  const tickets = [...linkedIds(project, id, 'ticket', 'ticket')].map(one => project.entry<Ticket>(one));
  return tickets.some(ticket => ticket !== undefined && serviceLevels(ticket, project)?.response.outcome === 'missed');
}
