/** What rules about duties over time ask: which day it is, how far the service has run, what the contract set a term for. */
import { ALL } from '../base/queries.ts';
import { earliest, type LocalDate } from '../measure/time/date.ts';
import { localDate } from '../measure/time/instant.ts';
import { judgedAt, offsetOf } from '../measure/agreed/terms.ts';
import { atKey, type Place } from '../model/place.ts';
import { CONFIG_PATH } from '../model/config/projectConfig.ts';
import type { Project } from './project.ts';

export function today(project: Project): LocalDate {
  return localDate(project.get(judgedAt, ALL), offsetOf(project.config));
}

/** The days of service that have come; undefined before the first, or when nobody wrote a period. */
export function serviceSoFar(project: Project): { readonly from: LocalDate; readonly to: LocalDate } | undefined {
  const { period } = project.config.project;
  if (period === undefined) return undefined;
  const to = earliest(period.to, today(project));
  return period.from <= to ? { from: period.from, to } : undefined;
}

/** A duty that somebody agreed to; undefined when it is absent, switched off or only a default. */
export function agreedDuty<D extends { readonly source?: string | undefined }>(
  duty: false | D | undefined,
): D | undefined {
  return !duty || duty.source === 'default' ? undefined : duty;
}

/** A key of docket.yml, or the nearest around it that is written. */
export function inConfig(pointer: string): Place {
  return atKey(CONFIG_PATH, pointer);
}
