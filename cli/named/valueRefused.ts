/** Values that a person types with `--set`: what the kind refuses is not written. */
import { wrongValueIn } from '../../engine/session/questions/wrongValue.ts';
import type { Plan } from '../../engine/session/plans.ts';
import type { Session } from '../../engine/session/session.ts';
import { HostError } from '../../host/hostError.ts';

/**
 * `names`: the values, by dotted path. The session takes the plan in.
 * @throws HostError that says what is wrong with the first value that is
 */
export function refuseWrongValues(session: Session, plan: Plan, names: Iterable<string>): void {
  const wrong = wrongValueIn(session, plan, names);
  if (wrong === undefined) return;
  throw new HostError({ zh: `没有写入：${wrong.zh}`, en: `Nothing was written: ${wrong.en}` });
}
