/**
 * When a change reached production, and whether it was approved before. Figures about changes and documents share this.
 */
import { type ChangeFact, type DeploymentFact, namesIn, rowsIn } from './facts.ts';
import type { Instant } from '../time/instant.ts';
import type { Measuring } from './measuring.ts';

/** The deployments of a change, failed ones included. */
export function deploymentsOf({ deployments }: Measuring, change: ChangeFact): readonly DeploymentFact[] {
  return deployments.get(change.id) ?? [];
}

/**
 * The instant at which a change reached production: the earliest of its own record and the start of its deployments;
 * undefined when it has not.
 */
export function implementedAt(measuring: Measuring, change: ChangeFact): Instant | undefined {
  const { happened } = measuring;
  const begun = deploymentsOf(measuring, change).map(({ started_at, finished_at }) => started_at ?? finished_at);
  const known = [change.implemented_at, ...begun].map(happened).filter(moment => moment !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** Whether a change or deployment was rolled back, by its state or its result. */
export function isRolledBack({
  status,
  result,
}: {
  readonly status?: string | undefined;
  readonly result?: string | undefined;
}): boolean {
  return status === 'rolled_back' || result === 'rolled_back';
}

/**
 * Whether every approval of the purchaser (party A) was given by `moment`. For an emergency, a recorded oral permission
 * is enough when the contract allows it (`git.emergency.oral` in docket.yml).
 */
export function isApprovedBefore({ happened, settings }: Measuring, change: ChangeFact, moment: Instant): boolean {
  const approvals = rowsIn(change.approvals)
    .filter(({ party = 'A' }) => party === 'A')
    .map(({ at }) => happened(at));
  if (approvals.length > 0 && approvals.every(at => at !== undefined && at <= moment)) return true;
  const word = settings.terms.oral_permission && isEmergency(change) ? happened(change.oral_permission?.at) : undefined;
  return word !== undefined && word <= moment;
}

/** Whether a change is urgent or an emergency operation. */
export function isEmergency({ urgent, change_kind }: ChangeFact): boolean {
  return urgent === true || namesIn(change_kind).includes('emergency_op');
}
