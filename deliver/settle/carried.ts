/** What one commit records in docket.lock, taken over into a copy of the lock that holds other changes too. */
import { sameData } from '../../engine/base/sameData.ts';
import { parseLock, printLock } from '../../engine/links/lock/lock.ts';

/**
 * `base` became `recorded`; `copy` came from `base` on a way of its own. Undefined when the copy has lines that cannot be read:
 * they would be lost.
 */
export function carriedAgreements(copy: string, base: string, recorded: string): string | undefined {
  if (copy.replaceAll('\r\n', '\n') === base) return recorded;
  const [own, before, after] = [parseLock(copy), parseLock(base).agreements, parseLock(recorded).agreements];
  if (own.foreign.length > 0) return undefined;
  const next = new Map(own.agreements);
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was = [], is = []] = [before.get(key), after.get(key)];
    if (sameData(was, is)) continue;
    const added = (own.agreements.get(key) ?? []).filter(
      value => ![...was, ...is].some(known => sameData(known, value)),
    );
    next.set(key, [...is, ...added]);
  }
  return printLock(next);
}
