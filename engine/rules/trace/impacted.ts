/** Documents a change says it updates, and when the change reached production. */
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

export interface Impacted {
  /** Its row in the table. */
  readonly n: number;
  readonly document: EntryOf<Versioned>;
  /** As the change writes it; empty where it names none. */
  readonly version: string;
  /** The row of the document's own record, with its number there. */
  readonly revision: (Revision & { readonly n: number }) | undefined;
}

/** Rows `updated` whose document is known; a number nobody holds is the business of ref/broken. */
export function impactedDocuments({ data }: EntryOf<ChangeApproval>, project: Project): readonly Impacted[] {
  return rowsIn(data.doc_impact).flatMap(({ kind, result, ref, version = '' }, n) => {
    const document = result === 'updated' ? documentOf(kind, ref, data.system, project) : undefined;
    if (document === undefined || document.broken) return [];
    const revisions = rowsIn(document.data.revisions).map((row, at) => ({ ...row, n: at }));
    return [{ n, document, version, revision: revisions.find(row => sameVersion(row.version, version)) }];
  });
}

/** The one named, or the only one of its kind in the system. */
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

/** The day a change reached production and stayed there. */
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

/** The last day on which the documents of a change may still follow it. */
export function documentsDue(day: LocalDate, project: Project): LocalDate {
  return addWorkdays(project.get(workCalendar, ALL), day, project.get(terms, ALL).document_workdays);
}

export function today(project: Project): LocalDate {
  return localDate(project.get(judgedAt, ALL), offsetOf(project.config));
}
