/** States of a kind by any of their names, and where a record goes from one. */
import { fold } from './compileFields.ts';
import type { Kind, State } from './kinds.ts';

/** By key, label or alias. */
export function stateNamed({ states }: Kind, written: string): State | undefined {
  const word = fold(written);
  return [...states.values()].find(({ key, label, aliases }) =>
    [key, label.zh, label.en, ...aliases].some(name => fold(name) === word),
  );
}

/** The states a record may be taken to: those its state names, and the ones further on along the main line. */
export function statesAhead({ states }: Kind, from: string): readonly State[] {
  const next = (states.get(from)?.to ?? []).flatMap(key => states.get(key) ?? []);
  const further = [...states.values()].filter(
    state => !state.side && state.key !== from && state.reached.has(from) && !next.includes(state),
  );
  return [...next, ...further];
}

/** The next one when nothing unusual happens; undefined at the end of the line. */
export function usualNext({ states }: Kind, from: string): State | undefined {
  const { to, reached } = states.get(from) ?? { to: [], reached: new Set() };
  return to.flatMap(key => states.get(key) ?? []).find(({ key, side }) => !side && !reached.has(key));
}
