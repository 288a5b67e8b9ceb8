/** What the project decides about its figures, with the defaults that hold until it does. */
import { type WorkCalendar, buildCalendar } from '../time/calendar.ts';
import type { LocalDate } from '../time/date.ts';
import { defaultSla } from './defaultSla.ts';
import type { Instant } from '../time/instant.ts';
import type { PeriodKind } from '../time/period.ts';
import type { Origin, SlaTable } from './sla.ts';

/** Terms that no service level names. Days without `work` in their name are days of the calendar. */
export interface Terms {
  /** First-line staff that must be on site on a workday; 0 when the contract names no number. */
  readonly onsite_min: number;
  /** Reports that fall due, so many workdays after their period. */
  readonly reports: readonly { readonly kind: Exclude<PeriodKind, 'range'>; readonly workdays: number }[];
  /** A late inspection still counts as done so many days after its week or holiday. */
  readonly inspection_grace_days: number;
  readonly signoff_workdays: number;
  readonly feedback_workdays: number;
  readonly document_workdays: number;
  readonly recurrence_days: number;
  /** Whether permission by word of mouth covers an emergency change. */
  readonly oral_permission: boolean;
}

export interface TargetSetting {
  readonly value: number;
  readonly source: Origin;
}

export interface MeasureSettings {
  readonly calendar: WorkCalendar;
  readonly sla: SlaTable;
  readonly terms: Terms;
  /** By KPI key; where there is none, the KPI's own default holds. */
  readonly targets: Readonly<Record<string, TargetSetting>>;
  /** Which date puts a ticket into a period when its solving is measured. */
  readonly attribution: 'reported' | 'resolved';
  /** First and last day of the contract; nothing is owed outside. */
  readonly service?: { readonly from: LocalDate; readonly to: LocalDate } | undefined;
  /** Only its incidents count for availability; left out, those of all systems. */
  readonly system?: string | undefined;
  /** The cut-off: what happened later has not happened. */
  readonly asOf: Instant;
}

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

/** `own` over the defaults; terms one by one. */
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
