/**
 * The records as they were at a moment. States carry no times, so they are read off the times beside them: what happened
 * later is taken away, and a report made then can be made again now with the same numbers.
 */
import { type Facts, rowsIn, type ServiceOrderFact, type SignoffBatchFact, type TicketFact } from '../facts/facts.ts';
import { type Instant, momentOf, type Offset } from './instant.ts';

type Happened = (text: unknown) => boolean;

export function factsAt(facts: Facts, moment: Instant, offset: Offset): Facts {
  const happened: Happened = text => (momentOf(text, offset) ?? Number.POSITIVE_INFINITY) <= moment;
  const batches = facts.signoff_batches.map(batch => batchAt(batch, happened));
  return {
    ...facts,
    tickets: facts.tickets
      .filter(({ reported_at }) => happened(reported_at))
      .map(ticket => ticketAt(ticket, happened, offset)),
    deployments: facts.deployments
      .filter(({ started_at, finished_at }) => happened(started_at ?? finished_at))
      .map(deployment =>
        happened(deployment.finished_at) ? deployment : { ...deployment, status: 'executing', result: undefined },
      ),
    changes: facts.changes.map(change =>
      happened(change.implemented_at) ? change : { ...change, status: 'approved', result: undefined },
    ),
    signoff_batches: batches,
    service_orders: facts.service_orders.map(order => orderAt(order, batches)),
  };
}

/** Closing has no time of its own: a ticket is done with once its user was told. */
export function ticketAt(ticket: TicketFact, happened: Happened, offset: Offset): TicketFact {
  if (ticket.status === 'void' || ticket.status === 'duplicate') return ticket;
  const reopen_count = reopeningsAt(ticket, happened, offset);
  if (!happened(ticket.resolved_at)) {
    const status = Number(reopen_count) > 0 ? 'reopened' : happened(ticket.responded_at) ? 'processing' : 'registered';
    const open = { resolved_at: undefined, recovered_at: undefined, feedback_at: undefined, satisfaction: undefined };
    return { ...ticket, ...open, status, reopen_count, cause_category: undefined };
  }
  if (!happened(ticket.feedback_at))
    return { ...ticket, feedback_at: undefined, satisfaction: undefined, status: 'resolved', reopen_count };
  return { ...ticket, status: 'closed', reopen_count };
}

/** As the handling table tells; without one, as typed. */
function reopeningsAt({ handling, reopen_count }: TicketFact, happened: Happened, offset: Offset): number | undefined {
  const rows = rowsIn(handling);
  return rows.length === 0
    ? reopen_count
    : rows.filter(row => isReopening(row) && happened(instantIn(row.at, offset))).length;
}

function isReopening(row: object): boolean {
  return /重开|重新打开|\breopen/i.test(String((row as { content?: unknown }).content ?? ''));
}

/** Handling tables are written by hand: `2026-05-20 09:42` means the time of the project. */
function instantIn(text: string | undefined, offset: Offset): string | undefined {
  const local = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(?::\d\d)?$/.exec(text ?? '');
  if (local === null) return text;
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60].map(part =>
    String(part).padStart(2, '0'),
  );
  return `${local[1]}T${local[2]}:00${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/** A sheet counts as signed from the last signature on it. */
function batchAt(batch: SignoffBatchFact, happened: Happened): SignoffBatchFact {
  const signatures = rowsIn((batch as { signatures?: readonly { date?: string }[] }).signatures);
  return signatures.some(({ date }) => !happened(date)) ? { ...batch, status: 'generated' } : batch;
}

function orderAt(order: ServiceOrderFact, batches: readonly SignoffBatchFact[]): ServiceOrderFact {
  if (order.status !== 'signed') return order;
  const batch = batches.find(({ id }) => id === order.signoff_batch);
  return batch === undefined || batch.status === 'signed' || batch.status === 'archived'
    ? order
    : { ...order, status: 'done' };
}
