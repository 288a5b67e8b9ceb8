/** When a change reached production, and whether it was allowed to. Shared by the figures of changes and documents. */
import { type ChangeFact, type DeploymentFact, namesIn, rowsIn } from './facts.ts';
import type { Instant } from '../time/instant.ts';
import type { Measuring } from './measuring.ts';

/** Deployments that carried a change to production, or tried to. */
export function deploymentsOf({ deployments }: Measuring, change: ChangeFact): readonly DeploymentFact[] {
  return deployments.get(change.id) ?? [];
}

/** The earliest sign of it in production: its own record or a deployment that began. */
export function implementedAt(measuring: Measuring, change: ChangeFact): Instant | undefined {
  const { happened } = measuring;
  const begun = deploymentsOf(measuring, change).map(({ started_at, finished_at }) => started_at ?? finished_at);
  const known = [change.implemented_at, ...begun].map(happened).filter(moment => moment !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

export function isRolledBack({
  status,
  result,
}: {
  readonly status?: string | undefined;
  readonly result?: string | undefined;
}): boolean {
  return status === 'rolled_back' || result === 'rolled_back';
}

/** Every approval of the purchaser came before; in an emergency, where the contract allows it, a recorded word did. */
export function isApprovedBefore({ happened, settings }: Measuring, change: ChangeFact, moment: Instant): boolean {
  const approvals = rowsIn(change.approvals)
    .filter(({ party = 'A' }) => party === 'A')
    .map(({ at }) => happened(at));
  if (approvals.length > 0 && approvals.every(at => at !== undefined && at <= moment)) return true;
  const word = settings.terms.oral_permission && isEmergency(change) ? happened(change.oral_permission?.at) : undefined;
  return word !== undefined && word <= moment;
}

export function isEmergency({ urgent, change_kind }: ChangeFact): boolean {
  return urgent === true || namesIn(change_kind).includes('emergency_op');
}
