/**
 * The records as they were at an instant. States have no times, so they are derived from the times beside them: later
 * events are removed, and an earlier report can be made again with the same numbers.
 */
import {
  type MeasuredFacts,
  rowsIn,
  type ServiceOrderFact,
  type SignoffBatchFact,
  type TicketFact,
} from '../facts/facts.ts';
import { type Instant, momentOf, type Offset } from './instant.ts';

type Happened = (text: unknown) => boolean;

/** The records at an instant. `offset` is for days without a time. */
export function factsAt(facts: MeasuredFacts, moment: Instant, offset: Offset): MeasuredFacts {
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

/** A ticket at an instant. Closing has no time of its own: a ticket counts as closed when its user was told. */
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

/** How often it was reopened, by its handling table; without one, as typed. */
function reopeningsAt({ handling, reopen_count }: TicketFact, happened: Happened, offset: Offset): number | undefined {
  const rows = rowsIn(handling);
  return rows.length === 0
    ? reopen_count
    : rows.filter(row => isReopening(row) && happened(instantIn(row.at, offset))).length;
}

function isReopening(row: object): boolean {
  return /重开|重新打开|\breopen/i.test(String((row as { content?: unknown }).content ?? ''));
}

/**
 * Times in handling tables may be written without offset (`2026-05-20 09:42`); they mean the time zone of the project.
 */
function instantIn(text: string | undefined, offset: Offset): string | undefined {
  const local = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(?::\d\d)?$/.exec(text ?? '');
  if (local === null) return text;
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60].map(part =>
    String(part).padStart(2, '0'),
  );
  return `${local[1]}T${local[2]}:00${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/** A sheet counts as signed from the day of its last signature. */
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
