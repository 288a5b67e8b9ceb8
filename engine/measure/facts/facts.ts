/**
 * The fields of each kind of record that the figures read, under their names in the frontmatter. Each may be missing or
 * of a wrong type. A record without the fields that a figure needs is left out of that figure; nothing is guessed.
 *
 * Times are RFC 3339 text with offset, days are `2026-05-20`.
 */
import type { Pause } from '../time/workClock.ts';
import type { LocalDate } from '../time/date.ts';

type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined };
type Fact<T> = Optional<T> & { readonly id: string };
type Ids = readonly string[];
type Rows<T> = readonly Optional<T>[];

/** A value as text; empty for a list, a map, or nothing. */
export function textIn(value: string | number | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The rows of a list; none when it is no list. Elements that are no maps are left out. */
export function rowsIn<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value.filter(row => typeof row === 'object' && row !== null) : [];
}

/** Ids or keys that are written as a list, or as one text when there is only one. */
export function namesIn(value: Ids | string | undefined): Ids {
  const names: readonly unknown[] = Array.isArray(value) ? value : [value];
  return names.filter(name => typeof name === 'string');
}

/** A ticket (维护任务处理单). */
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
  /** When it is missing, the time of resolution counts. */
  recovered_at: string;
  agreed_due_at: string;
  agreed_by: string;
  pauses: readonly Pause[];
  feedback_at: string;
  satisfaction: number;
  reopen_count: number;
  handling: Rows<{ at: string; person: string }>;
}>;

/** A service order (服务工单). */
export type ServiceOrderFact = Fact<{ status: string; category: string; done_at: string; signoff_batch: string }>;

/** A sign-off sheet with the orders it lists (签字确认单). */
export type SignoffBatchFact = Fact<{ status: string; orders: Rows<{ order: string }> }>;

/** A requirement of a user (业务需求). */
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

type ConfirmationFact = Fact<{ requirements: Ids; planned_finish: LocalDate }>;

/** An inspection (巡检记录). */
export type InspectionFact = Fact<{
  kind: string;
  date: LocalDate;
  holiday: string;
  items: Rows<{ result: string; ticket: string }>;
}>;

/** An incident report (故障报告). */
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

/** A change approval (变更审批单). */
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

/** A deployment (部署记录). */
export type DeploymentFact = Fact<{
  status: string;
  changes: Ids;
  started_at: string;
  finished_at: string;
  result: string;
}>;

/** A versioned document, or a test report, which only has a date. */
export type DocumentFact = Fact<{ created: LocalDate; revisions: Rows<{ version: string; date: LocalDate }> }>;

/** A maintenance report. `period` is a key such as `2026-05`. */
type ReportFact = Fact<{ period: string; submitted_at: string }>;

/** A person on the project. `line` is 1 for first-line, 2 for second-line support. */
export type StaffFact = Fact<{
  name: string;
  line: string | number;
  onsite: boolean;
  entry_date: LocalDate;
  leave_date: LocalDate;
}>;

/** An attendance sheet of a month (`2026-05`). */
export type RosterFact = Fact<{ month: string; attendance: Rows<{ person: string; days_present: number }> }>;

/** A time in which an outage was approved beforehand. */
export type MaintenanceWindow = Fact<{ from: string; to: string }>;

/**
 * How many requests arrived on a channel in a month (`2026-05`), counted outside Docket, for example by the telephone
 * system.
 */
interface RequestCount {
  readonly month: string;
  readonly channel?: string | undefined;
  readonly received: number;
}

/** All records that figures are computed from. */
export interface MeasuredFacts {
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
  /** Ids of tickets with an error finding; undefined when they were not checked. */
  readonly faulty_tickets?: ReadonlySet<string> | undefined;
}

/** A project without records. */
export const noFacts: MeasuredFacts = {
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
