/**
 * What the figures read of each kind of record, under the names the frontmatter has. Any of it may be missing or broken; a
 * record that does not say what a figure needs is left out of that figure, never guessed.
 */
import type { Pause } from '../time/workClock.ts';
import type { LocalDate } from '../time/date.ts';

type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined };
type Fact<T> = Optional<T> & { readonly id: string };
type Ids = readonly string[];
type Rows<T> = readonly Optional<T>[];

/** A value as text; a list or map that stands in its place is none. */
export function textIn(value: string | number | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The rows of a list; what is no list, or no row in it, is nothing. */
export function rowsIn<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value.filter(row => typeof row === 'object' && row !== null) : [];
}

/** Ids and keys that people write as a list, or alone when there is but one. */
export function namesIn(value: Ids | string | undefined): Ids {
  const names: readonly unknown[] = Array.isArray(value) ? value : [value];
  return names.filter(name => typeof name === 'string');
}

export type TicketFact = Fact<{
  title: string;
  status: string;
  kind: string;
  severity: string;
  channel: string;
  system: string;
  module: string;
  reporter: Optional<{ org: string; region: string; name: string }>;
  emergency: boolean;
  reported_at: string;
  accepted_by: string;
  responded_at: string;
  arrived_at: string;
  handler: string;
  support_line: string | number;
  escalated_at: string;
  cause_category: string;
  resolved_at: string;
  /** Left out: as soon as it was resolved. */
  recovered_at: string;
  agreed_due_at: string;
  agreed_by: string;
  pauses: readonly Pause[];
  feedback_at: string;
  satisfaction: number;
  reopen_count: number;
  handling: Rows<{ at: string; person: string }>;
}>;

export type ServiceOrderFact = Fact<{ status: string; category: string; done_at: string; signoff_batch: string }>;

export type SignoffBatchFact = Fact<{ status: string; orders: Rows<{ order: string }> }>;

export type RequirementFact = Fact<{
  status: string;
  category: string;
  is_common: boolean;
  opinion: string;
  decided_at: string;
  decisions: Rows<{ date: string; result: string }>;
  planned_date: LocalDate;
  feedback_at: string;
  links: Optional<{ change: Ids; confirmation: Ids }>;
}>;

export type ConfirmationFact = Fact<{ requirements: Ids; planned_finish: LocalDate }>;

export type InspectionFact = Fact<{
  kind: string;
  date: LocalDate;
  holiday: string;
  items: Rows<{ result: string; ticket: string }>;
}>;

export type IncidentFact = Fact<{
  kind: string;
  severity: string;
  system: string;
  ticket: string;
  occurred_at: string;
  reported_at: string;
  recovered_at: string;
  submitted_at: string;
  responsibility: string;
}>;

export type ChangeFact = Fact<{
  status: string;
  change_kind: Ids;
  urgent: boolean;
  approvals: Rows<{ party: string; at: string }>;
  oral_permission: Optional<{ at: string }>;
  doc_impact: Rows<{ kind: string; result: string; ref: string; version: string }>;
  implemented_at: string;
  result: string;
  links: Optional<{ requirement: Ids; confirmation: Ids }>;
}>;

export type DeploymentFact = Fact<{
  status: string;
  changes: Ids;
  started_at: string;
  finished_at: string;
  result: string;
}>;

/** A versioned document, or a test report, which has a date only. */
export type DocumentFact = Fact<{ created: LocalDate; revisions: Rows<{ version: string; date: LocalDate }> }>;

/** `period` is the key of the period: `2026-05`. */
export type ReportFact = Fact<{ period: string; submitted_at: string }>;

export type StaffFact = Fact<{
  name: string;
  line: string | number;
  onsite: boolean;
  entry_date: LocalDate;
  leave_date: LocalDate;
}>;

export type RosterFact = Fact<{ month: string; attendance: Rows<{ person: string; days_present: number }> }>;

/** Time in which a stop was approved beforehand. */
export type MaintenanceWindow = Fact<{ from: string; to: string }>;

/** How many requests came in on a channel, counted outside, for example from the telephone system. */
export interface RequestCount {
  readonly month: string;
  readonly channel?: string | undefined;
  readonly received: number;
}

export interface Facts {
  readonly tickets: readonly TicketFact[];
  readonly service_orders: readonly ServiceOrderFact[];
  readonly signoff_batches: readonly SignoffBatchFact[];
  readonly requirements: readonly RequirementFact[];
  readonly confirmations: readonly ConfirmationFact[];
  readonly inspections: readonly InspectionFact[];
  readonly incidents: readonly IncidentFact[];
  readonly changes: readonly ChangeFact[];
  readonly deployments: readonly DeploymentFact[];
  readonly documents: readonly DocumentFact[];
  readonly reports: readonly ReportFact[];
  readonly staff: readonly StaffFact[];
  readonly rosters: readonly RosterFact[];
  readonly maintenance_windows: readonly MaintenanceWindow[];
  readonly requests: readonly RequestCount[];
  /** Tickets with an error of their own; left out when nothing has checked them. */
  readonly faulty_tickets?: ReadonlySet<string> | undefined;
}

export const noFacts: Facts = {
  tickets: [],
  service_orders: [],
  signoff_batches: [],
  requirements: [],
  confirmations: [],
  inspections: [],
  incidents: [],
  changes: [],
  deployments: [],
  documents: [],
  reports: [],
  staff: [],
  rosters: [],
  maintenance_windows: [],
  requests: [],
};
