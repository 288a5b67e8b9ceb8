/** When a change was first made in production, and the oral permission for it in an emergency. */
import type { ChangeApproval, Deployment } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import { isEmergency } from '../../measure/facts/implementation.ts';
import type { Instant } from '../../measure/time/instant.ts';
import { momentIn, terms } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import type { Place } from '../../model/place.ts';
import { linkedIds } from '../linked.ts';
import type { Project } from '../project.ts';
import type { EntryOf } from '../../model/entry.ts';

/** The first time a change was made in production. */
interface Implementation {
  readonly moment: Instant;
  readonly when: string;
  /** The deployment that gives this time; undefined when the change itself gives it. */
  readonly by: Place | undefined;
}

/** The time the change itself states or the begin of its first deployment, whichever is earlier. */
export function firstImplementation(change: EntryOf<ChangeApproval>, project: Project): Implementation | undefined {
  const deployments = [...linkedIds(project, change.id, 'deployment', 'deployment')].flatMap(
    id => project.entry<Deployment>(id) ?? [],
  );
  const begun = deployments.filter(deployment => project.reached(deployment, 'executing'));
  const all = [
    { when: change.data.implemented_at, by: undefined },
    ...begun.map(deployment => ({ when: deployment.data.started_at, by: placeOf(deployment, '/started_at') })),
  ];
  const known = all.flatMap(({ when, by }) => {
    const moment = momentIn(project.config, when);
    return when === undefined || moment === undefined ? [] : [{ moment, when, by }];
  });
  return known.sort((a, b) => a.moment - b.moment)[0];
}

/** The time of the oral permission, for an emergency change in a project that accepts one; else undefined. */
export function oralPermission({ data }: EntryOf<ChangeApproval>, project: Project): Instant | undefined {
  const allowed =
    project.get(terms, ALL).oral_permission &&
    isEmergency({ id: '', urgent: data.urgent, change_kind: data.change_kind });
  return allowed ? momentIn(project.config, data.oral_permission?.at) : undefined;
}
