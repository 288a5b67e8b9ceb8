/** The states a record can go to. */
import type { Entry } from '../../model/entry.ts';
import type { Kind, State } from '../../model/kinds/kinds.ts';
import { stateNamed, statesAhead, usualNext } from '../../model/kinds/kindStates.ts';

/** The state a record goes to, and all it could go to. */
interface NextState {
  /**
   * The state that was asked for, or the usual next one; undefined when the record cannot go there, or when no state is
   * the usual next one.
   */
  readonly to: State | undefined;
  /** All states that can follow; for a record whose state is unknown, all states of the kind. */
  readonly ahead: readonly State[];
}

/** Whether `name`, by key, label or alias, is the state the record is in. */
export function isInState({ status }: Entry, kind: Kind, name: string): boolean {
  const named = stateNamed(kind, name);
  return named !== undefined && named.key === status;
}

/** `name`: a state by key, label or alias; the usual next one when it is left out. */
export function nextState({ status = '' }: Entry, kind: Kind, name: string | undefined): NextState {
  const isKnown = kind.states.has(status);
  const ahead = isKnown ? statesAhead(kind, status) : [...kind.states.values()];
  const key = name === undefined ? isKnown && usualNext(kind, status)?.key : stateNamed(kind, name)?.key;
  return { to: ahead.find(state => state.key === key), ahead };
}
