/**
 * What the project agreed to, from `docket.yml`, in the form that figures use: calendar, service levels, due days,
 * targets. A threshold that is not in docket.yml has the source `default`.
 */
import { ALL, query } from '../../base/queries.ts';
import type { Config } from '../../model/config/config.ts';
import { asOf, config } from '../../model/config/projectConfig.ts';
import { buildCalendar, type CalendarSettings, type WorkCalendar } from '../time/calendar.ts';
import { defaultSla } from './defaultSla.ts';
import {
  CHINA,
  dateOf,
  type Instant,
  momentOf,
  type Offset,
  parseInstant,
  parseOffset,
  startOfDay,
} from '../time/instant.ts';
import {
  defaultTerms,
  type MeasureSettings,
  measureSettings,
  type TargetSetting,
  type Terms,
} from './measureSettings.ts';
import type { SlaLevel, SlaTable } from './sla.ts';

/** The work calendar of the project; under ALL. */
export const workCalendar = query<WorkCalendar>('workCalendar', (_all, get) =>
  buildCalendar(calendarSettings(get(config, ALL))),
);

/** The service levels of the project; under ALL. */
export const slaTable = query<SlaTable>('slaTable', (_all, get) => slaOfConfig(get(config, ALL)));

/** The terms of the project; under ALL. */
export const terms = query<Terms>('terms', (_all, get) => termsOf(get(config, ALL)));

/** The instant of judgement; the end of the day when only a day is given. Under ALL. */
export const judgedAt = query<Instant>('judgedAt', (_all, get) => {
  const offset = offsetOf(get(config, ALL));
  const text = get(asOf, ALL);
  const day = dateOf(text, offset);
  return parseInstant(text) ?? (day === undefined ? 0 : startOfDay(day, offset) + 86_399_000);
});

/** The settings of figures with the instant of judgement as cut-off; under ALL. */
export const measureTerms = query<MeasureSettings>('measureTerms', (_all, get) => {
  const judging = get(config, ALL);
  const { period } = judging.project;
  return measureSettings(get(judgedAt, ALL), {
    calendar: get(workCalendar, ALL),
    sla: get(slaTable, ALL),
    terms: get(terms, ALL),
    targets: targetsOf(judging),
    ...(period ? { service: period } : {}),
    ...(judging.systems[0] ? { system: judging.systems[0].code } : {}),
  });
});

/** The UTC offset of the project in minutes; that of China when docket.yml has none. */
export function offsetOf({ calendar }: Config): Offset {
  return parseOffset(calendar.offset) ?? CHINA;
}

/**
 * The instant of a time or day in a record; a day means its start in the time zone of the project. Undefined for
 * another text.
 */
export function momentIn(judging: Config, text: unknown): Instant | undefined {
  return momentOf(text, offsetOf(judging));
}

function calendarSettings({ calendar }: Config): CalendarSettings {
  const { holidays, days = [], hours, offset } = calendar;
  return { holidays, days: days.flatMap(ownDay), offset, hours };
}

function ownDay({ date, work, name = '' }: Defined<Config['calendar']['days']>[number]) {
  return date === undefined ? [] : [{ date, work, name }];
}

type Defined<T> = Exclude<T, undefined | false>;

/** When a part of the table cannot be read, the rest applies; the default never replaces it. */
function slaOfConfig({ sla, unread }: Config): SlaTable {
  const levels = Object.entries(sla.levels ?? {});
  if (levels.length === 0 && !unread.some(pointer => pointer.startsWith('/sla'))) return defaultSla;
  return {
    source: sla.source ?? 'default',
    levels: Object.fromEntries(levels.map(([name, level = {}]) => [name, slaLevel(name, level, unread)])),
  };
}

/** Without a readable clock, resolution has no target, so nothing is late. */
function slaLevel(
  name: string,
  { response, onsite, resolve, report, clock }: SlaLevel,
  unread: readonly string[],
): SlaLevel {
  return {
    response,
    onsite,
    resolve: unread.includes(`/sla/levels/${name}/clock`) ? undefined : resolve,
    report,
    clock,
  };
}

const REPORTS = { weekly: 'week', monthly: 'month', quarterly: 'quarter', annual: 'year' } as const;

function termsOf({ duties, git, owes }: Config): Terms {
  const { report, inspection, signoff, requirement, onsite_min: onsite } = duties;
  const reports = (Object.keys(REPORTS) as (keyof typeof REPORTS)[]).flatMap(name => {
    const workdays = report?.[name] ? report[name].due : undefined;
    return workdays === undefined ? [] : [{ kind: REPORTS[name], workdays }];
  });
  return {
    ...defaultTerms,
    onsite_min: (onsite || undefined)?.value ?? 0,
    reports: reports.length > 0 ? reports : defaultTerms.reports,
    inspection_grace_days: inspection?.grace ?? defaultTerms.inspection_grace_days,
    signoff_workdays: (signoff || undefined)?.due ?? defaultTerms.signoff_workdays,
    feedback_workdays: (requirement || undefined)?.feedback ?? defaultTerms.feedback_workdays,
    document_workdays: owes.documents ?? defaultTerms.document_workdays,
    oral_permission: git.emergency?.oral === true,
  };
}

function targetsOf({ kpi: { source, ...kpis } }: Config): Readonly<Record<string, TargetSetting>> {
  const targets = Object.entries(kpis).flatMap(([key, own]) =>
    own?.target === undefined ? [] : [[key, { value: own.target, source: own.source ?? source ?? 'default' }] as const],
  );
  return Object.fromEntries(targets);
}
