/** The settings of figures, with the defaults that apply when the project sets none. */
import { type WorkCalendar, buildCalendar } from '../time/calendar.ts';
import type { LocalDate } from '../time/date.ts';
import { defaultSla } from './defaultSla.ts';
import type { Instant } from '../time/instant.ts';
import type { PeriodKind } from '../time/period.ts';
import type { Origin, SlaTable } from './sla.ts';

/** Terms beside the service levels. Names with `workdays` count workdays, names with `days` calendar days. */
export interface Terms {
  /** How many first-line staff must be on site on a workday; 0 when the contract gives no number. */
  readonly onsite_min: number;
  /** The reports that are due, each some workdays after the end of its period. */
  readonly reports: readonly { readonly kind: Exclude<PeriodKind, 'range'>; readonly workdays: number }[];
  /** How many days after its week or holiday a late inspection still counts as done. */
  readonly inspection_grace_days: number;
  /** Workdays after the end of a month in which its service orders must be signed. */
  readonly signoff_workdays: number;
  /** Workdays after a decision in which the requester must be told. */
  readonly feedback_workdays: number;
  /** Workdays after implementation in which affected documents must be updated. */
  readonly document_workdays: number;
  /** Days after resolution in which the same fault counts as recurring. */
  readonly recurrence_days: number;
  /** Whether an oral permission is enough for an emergency change. */
  readonly oral_permission: boolean;
}

/** The target of a figure and who set it. */
export interface TargetSetting {
  readonly value: number;
  readonly source: Origin;
}

/** All settings that figures depend on. */
export interface MeasureSettings {
  readonly calendar: WorkCalendar;
  readonly sla: SlaTable;
  readonly terms: Terms;
  /** Targets by KPI key; a KPI without one has its own default. */
  readonly targets: Readonly<Record<string, TargetSetting>>;
  /** Which date of a ticket decides in which period its resolution counts. */
  readonly attribution: 'reported' | 'resolved';
  /** First and last day of the contract; nothing is due outside. */
  readonly service?: { readonly from: LocalDate; readonly to: LocalDate } | undefined;
  /** The system whose incidents count for availability; undefined for all systems. */
  readonly system?: string | undefined;
  /** The cut-off: later events do not count. */
  readonly asOf: Instant;
}

/** The terms of a project that sets none. */
export const defaultTerms: Terms = {
  onsite_min: 0,
  reports: [{ kind: 'month', workdays: 5 }],
  inspection_grace_days: 3,
  signoff_workdays: 5,
  feedback_workdays: 2,
  document_workdays: 5,
  recurrence_days: 30,
  oral_permission: false,
};

/** Completes settings with the defaults; terms are completed one by one. */
export function measureSettings(
  asOf: Instant,
  own: Partial<Omit<MeasureSettings, 'asOf' | 'terms'>> & { readonly terms?: Partial<Terms> } = {},
): MeasureSettings {
  return {
    calendar: own.calendar ?? buildCalendar(),
    sla: defaultSla,
    targets: {},
    attribution: 'reported',
    ...own,
    terms: { ...defaultTerms, ...own.terms },
    asOf,
  };
}
