/** Periods of ledgers and reports, and their cut-offs. */
import { ALL } from '../../base/queries.ts';
import type { LocalDate } from '../../measure/time/date.ts';
import { type Instant, localDate } from '../../measure/time/instant.ts';
import { cutoffOf } from '../../measure/time/moment.ts';
import type { Period } from '../../measure/time/period.ts';
import { reportPeriod } from '../../measure/report/figuresAt.ts';
import { judgedAt, offsetOf } from '../../measure/agreed/terms.ts';
import { outline } from '../../model/outline.ts';
import type { Path } from '../../base/text.ts';
import type { Project } from '../../rules/project.ts';

export { periodLabel } from '../../measure/time/period.ts';
export type { Instant, Period };

/** The period of a report by its key: `2026-05`, `2026-Q1`, `2026`; undefined for anything else. */
export function periodNamed(project: Project, key: string | undefined): Period | undefined {
  return key?.includes('..') ? undefined : reportPeriod(project.get, key);
}

/**
 * The instant up to which records count. `written` is a day or an instant; without it, the end of the period. Never
 * later than the instant of judgement.
 */
export function cutoffIn(project: Project, period: Period, written: unknown): Instant {
  return Math.min(cutoffOf(written, period, offsetOf(project.config)), project.get(judgedAt, ALL));
}

/** The day of judgement in the time zone of the project. */
export function dayOf(project: Project): LocalDate {
  return localDate(project.get(judgedAt, ALL), offsetOf(project.config));
}

/** Documents whose frontmatter cannot be read; their records are not counted. */
export function unreadDocuments(project: Project): readonly Path[] {
  return project.documents().filter(document => project.get(outline, document).entries.some(({ broken }) => broken));
}
