/**
 * What the project promised, from `docket.yml`, in the form the figures want: calendar, service levels, due days, targets.
 * A threshold that nobody wrote down has the origin `default`.
 */
import { ALL, query } from '../base/queries.ts';
import { type Config, listOf, mapOf, mapsOf, textOf } from '../model/config.ts';
import type { Data } from '../model/entry.ts';
import { asOf, config } from '../model/project.ts';
import { buildCalendar, type CalendarSettings, type WorkCalendar } from './calendar.ts';
import { defaultSla } from './defaultSla.ts';
import { CHINA, dateOf, type Instant, momentOf, type Offset, parseInstant, parseOffset, startOfDay } from './instant.ts';
import type { PeriodKind } from './period.ts';
import { defaultTerms, type MeasureSettings, measureSettings, type TargetSetting, type Terms } from './settings.ts';
import type { Origin, SlaLevel, SlaTable, Target } from './sla.ts';

/** The calendar of the project; under ALL. */
export const workCalendar = query<WorkCalendar>('workCalendar', (_all, get) => buildCalendar(calendarSettings(get(config, ALL))));

export const slaTable = query<SlaTable>('slaTable', (_all, get) => slaOfConfig(get(config, ALL)));

export const terms = query<Terms>('terms', (_all, get) => termsOf(get(config, ALL)));

/** The instant everything is judged at: the end of the day when only a day is given. */
export const judgedAt = query<Instant>('judgedAt', (_all, get) => {
  const offset = offsetOf(get(config, ALL));
  const text = get(asOf, ALL);
  const day = dateOf(text, offset);
  return parseInstant(text) ?? (day === undefined ? 0 : startOfDay(day, offset) + 86_399_000);
});

/** Settings for figures as of now. */
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

export function offsetOf({ calendar }: Config): Offset {
  return parseOffset(calendar['offset']) ?? CHINA;
}

/** A time of a record, or the start of a day. */
export function momentIn(judging: Config, text: unknown): Instant | undefined {
  return momentOf(text, offsetOf(judging));
}

function calendarSettings({ calendar }: Config): CalendarSettings {
  return {
    holidays: textOf(calendar['holidays']) === 'none' ? 'none' : 'cn',
    days: mapsOf(calendar['days']).map(day => ({ date: textOf(day['date']), work: day['work'] === true, name: textOf(day['name']) })),
    ...(calendar['offset'] === undefined ? {} : { offset: textOf(calendar['offset']) }),
    ...(calendar['hours'] === undefined ? {} : { hours: hoursOf(calendar['hours']) }),
  } as CalendarSettings;
}

/** `["08:30-12:00", "13:30-17:30"]`, or pairs. */
function hoursOf(value: unknown): readonly (readonly [string, string])[] {
  return listOf(value).flatMap(slot => {
    const [from = '', to = ''] = Array.isArray(slot) ? slot.map(String) : String(slot).split(/\s*[-–~至]\s*/);
    return from !== '' && to !== '' ? [[from, to] as const] : [];
  });
}

function slaOfConfig({ sla }: Config): SlaTable {
  const levels = mapOf(sla['levels']);
  if (Object.keys(levels).length === 0) return defaultSla;
  return {
    source: originOf(sla['source']),
    levels: Object.fromEntries(Object.entries(levels).map(([name, level]) => [name, slaLevel(mapOf(level))])),
  };
}

function slaLevel(level: Data): SlaLevel {
  return {
    response: targetOf(level['response']),
    onsite: targetOf(level['onsite']),
    resolve: targetOf(level['resolve']),
    report: targetOf(level['report']),
    clock: level['clock'] === 'work' || level['clock'] === 'natural' ? level['clock'] : undefined,
  };
}

/** `15m`, `4h`, `3d` (workdays), `3 workdays`, `240` (minutes). */
export function targetOf(value: unknown): Target | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(m|min|minutes?|分钟|h|hours?|小时|d|workdays?|个?工作日)?$/i.exec(textOf(value).trim());
  if (match?.[1] === undefined) return undefined;
  const count = Number(match[1]);
  if (/^(h|小时)/i.test(match[2] ?? '')) return { minutes: count * 60 };
  return /^(d|w|个|工)/i.test(match[2] ?? '') ? { workdays: count } : { minutes: count };
}

function originOf(value: unknown): Origin {
  return value === 'contract' || value === 'bid' || value === 'policy' ? value : 'default';
}

const REPORTS: Readonly<Record<string, Exclude<PeriodKind, 'range'>>> = { weekly: 'week', monthly: 'month', quarterly: 'quarter', annual: 'year' };

function termsOf({ duties, git, owes }: Config): Terms {
  const reports = Object.entries(mapOf(duties['report'])).flatMap(([name, duty]) => {
    const kind = REPORTS[name];
    const workdays = workdaysOf(mapOf(duty)['due']);
    return kind === undefined || workdays === undefined ? [] : [{ kind, workdays }];
  });
  return {
    ...defaultTerms,
    onsite_min: Number(mapOf(duties['onsite_min'])['value'] ?? duties['onsite_min'] ?? 0) || 0,
    reports: reports.length > 0 ? reports : defaultTerms.reports,
    inspection_grace_days: workdaysOf(mapOf(duties['inspection'])['grace']) ?? defaultTerms.inspection_grace_days,
    signoff_workdays: workdaysOf(mapOf(duties['signoff'])['due']) ?? defaultTerms.signoff_workdays,
    feedback_workdays: workdaysOf(mapOf(duties['requirement'])['feedback']) ?? defaultTerms.feedback_workdays,
    document_workdays: workdaysOf(owes['documents']) ?? defaultTerms.document_workdays,
    oral_permission: mapOf(git['emergency'])['oral'] === true,
  };
}

function workdaysOf(value: unknown): number | undefined {
  const match = /^\d+/.exec(textOf(value));
  return match ? Number(match[0]) : undefined;
}

function targetsOf({ kpi }: Config): Readonly<Record<string, TargetSetting>> {
  const source = originOf(kpi['source']);
  return Object.fromEntries(
    Object.entries(kpi).flatMap(([key, setting]) => {
      const value = typeof setting === 'number' ? setting : mapOf(setting)['target'];
      const own = mapOf(setting)['source'];
      return typeof value === 'number' ? [[key, { value, source: own === undefined ? source : originOf(own) }]] : [];
    }),
  );
}
