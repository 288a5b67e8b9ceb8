/** The documents that a change says it updates, and the day the change came into production. */
import type { ChangeApproval, Deployment } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import { addWorkdays } from '../../measure/time/calendar.ts';
import type { LocalDate } from '../../measure/time/date.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { isRolledBack } from '../../measure/facts/implementation.ts';
import { dateOf, localDate } from '../../measure/time/instant.ts';
import { judgedAt, offsetOf, terms, workCalendar } from '../../measure/agreed/terms.ts';
import { sameVersion } from '../../trace/versions.ts';
import { linkedIds } from '../linked.ts';
import type { Project } from '../project.ts';
import type { EntryOf } from '../../model/entry.ts';

interface Versioned {
  readonly version?: string;
  readonly version_to?: string;
  readonly revisions?: readonly Revision[];
}

interface Revision {
  readonly version?: string;
  readonly date?: string;
  readonly refs?: readonly string[];
}

/** One document that a change updates. */
export interface Impacted {
  /** Number of its row in the table of documents, from 0. */
  readonly n: number;
  readonly document: EntryOf<Versioned>;
  /** The version as the change writes it; empty when it gives none. */
  readonly version: string;
  /** The revision of that version in the document, with its number there from 0. */
  readonly revision: (Revision & { readonly n: number }) | undefined;
}

/** Rows with the result `updated` whose document exists; ref/broken reports an identifier that does not exist. */
export function impactedDocuments({ data }: EntryOf<ChangeApproval>, project: Project): readonly Impacted[] {
  return rowsIn(data.doc_impact).flatMap(({ kind, result, ref, version = '' }, n) => {
    const document = result === 'updated' ? documentOf(kind, ref, data.system, project) : undefined;
    if (document === undefined || document.broken) return [];
    const revisions = rowsIn(document.data.revisions).map((row, at) => ({ ...row, n: at }));
    return [{ n, document, version, revision: revisions.find(row => sameVersion(row.version, version)) }];
  });
}

/** The document that a row names, else the only one of its kind in the system of the change. */
function documentOf(
  kind: string | undefined,
  ref: string | undefined,
  system: string | undefined,
  project: Project,
): EntryOf<Versioned> | undefined {
  if (ref) return project.entry<Versioned>(ref);
  const all =
    kind === undefined || project.kind(kind)?.versions === 'own'
      ? []
      : project.entries<Versioned & { readonly system?: string }>(kind).filter(({ data }) => data.system === system);
  return all.length === 1 ? all[0] : undefined;
}

/** The day a change came into production without a later rollback; undefined before that. */
export function dayInProduction(change: EntryOf<ChangeApproval>, project: Project): LocalDate | undefined {
  const offset = offsetOf(project.config);
  if (isRolledBack({ status: change.status, result: change.data.result })) return undefined;
  const deployments = [...linkedIds(project, change.id, 'deployment', 'deployment')].flatMap(
    id => project.entry<Deployment>(id) ?? [],
  );
  const stayed = deployments.filter(
    one => project.reached(one, 'success') && !isRolledBack({ status: one.status, result: one.data.result }),
  );
  const days = stayed
    .map(({ data }) => dateOf(data.finished_at ?? data.started_at, offset))
    .filter(day => day !== undefined);
  return days.sort()[0] ?? dateOf(change.data.implemented_at, offset);
}

/** The last day for updating the documents of a change, counted in workdays from its day in production. */
export function documentsDue(day: LocalDate, project: Project): LocalDate {
  return addWorkdays(project.get(workCalendar, ALL), day, project.get(terms, ALL).document_workdays);
}

/** The day of the check, in the time zone of the project. */
export function today(project: Project): LocalDate {
  return localDate(project.get(judgedAt, ALL), offsetOf(project.config));
}
