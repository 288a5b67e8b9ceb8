/** Duties of tickets whose service level is running: to answer, to solve. */
import { ALL } from '../../base/queries.ts';
import type { Ticket } from '../../../docs-schema/generated/types.ts';
import type { Duty } from './duty.ts';
import { formatInstant } from '../time/instant.ts';
import type { EntryWith, MeasuredMoment } from '../time/moment.ts';
import { slaOf, type Verdict } from '../agreed/sla.ts';
import { slaTable, workCalendar } from '../agreed/terms.ts';

/** The open targets of all tickets, each with its last instant in time. */
export function runningTickets(moment: MeasuredMoment): readonly Duty[] {
  return moment.entries<Ticket>('ticket').flatMap(entry => dutiesOf(entry, moment));
}

function dutiesOf({ id, status, path, data }: EntryWith<Ticket>, moment: MeasuredMoment): readonly Duty[] {
  const levels = slaOf(
    { ...data, id, status },
    moment.get(slaTable, ALL),
    moment.get(workCalendar, ALL),
    moment.cutoff,
  );
  if (levels === undefined) return [];
  const laps = [
    [levels.response, { zh: '响应', en: 'answer' }] as const,
    [levels.resolve, { zh: '解决', en: 'solve' }] as const,
  ];
  return laps.flatMap(([verdict, what]) => {
    const due =
      isOpen(verdict) && verdict.due !== undefined
        ? formatInstant(verdict.due, moment.offset).slice(0, 16).replace('T', ' ')
        : undefined;
    if (due === undefined) return [];
    const title = {
      zh: `${what.zh}：${data.title ?? ''}（${data.severity ?? ''}）`,
      en: `${what.en}: ${data.title ?? ''} (${data.severity ?? ''})`,
    };
    return [{ kind: 'ticket' as const, due, id, title, path }];
  });
}

function isOpen({ outcome }: Verdict): boolean {
  return outcome === 'running' || outcome === 'overdue';
}
