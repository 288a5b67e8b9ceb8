/** For rules about duties over time: the day of the check, the days of service so far, and the duties with a term. */
import { ALL } from '../base/queries.ts';
import { earliest, type LocalDate } from '../measure/time/date.ts';
import { localDate } from '../measure/time/instant.ts';
import { judgedAt, offsetOf } from '../measure/agreed/terms.ts';
import { atKey, type Place } from '../model/place.ts';
import { CONFIG_PATH } from '../model/config/projectConfig.ts';
import type { Project } from './project.ts';

/** The day of the check, in the time zone of the project. */
export function today(project: Project): LocalDate {
  return localDate(project.get(judgedAt, ALL), offsetOf(project.config));
}

/**
 * The days of the service period up to today, both included. Undefined before the first day, or without
 * `project.period`.
 */
export function serviceSoFar(project: Project): { readonly from: LocalDate; readonly to: LocalDate } | undefined {
  const { period } = project.config.project;
  if (period === undefined) return undefined;
  const to = earliest(period.to, today(project));
  return period.from <= to ? { from: period.from, to } : undefined;
}

/**
 * A duty that the contract, the bid or the project sets; undefined when it is absent, switched off or only a default.
 */
export function agreedDuty<D extends { readonly source?: string | undefined }>(
  duty: false | D | undefined,
): D | undefined {
  return !duty || duty.source === 'default' ? undefined : duty;
}

/** The place of a key of docket.yml, or of the nearest key around it that is written. */
export function inConfig(pointer: string): Place {
  return atKey(CONFIG_PATH, pointer);
}
