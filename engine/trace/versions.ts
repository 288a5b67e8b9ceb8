/** Versions of documents and software: `V1.3`, `v2.4.0`, `1.10`. */

/** The numbers of a version; undefined for a text in another form (`ops-2026.05`). */
function versionNumbers(text: unknown): readonly number[] | undefined {
  const match = /^\s*v?(\d+(?:\.\d+)*)\s*$/i.exec(
    typeof text === 'string' || typeof text === 'number' ? String(text) : '',
  );
  return match?.[1]?.split('.').map(Number);
}

/** Negative when `a` is older, 0 when they are equal (`V1.3` and `1.3.0`), undefined when one of them is no version. */
export function compareVersions(a: unknown, b: unknown): number | undefined {
  const [left, right] = [versionNumbers(a), versionNumbers(b)];
  if (left === undefined || right === undefined) return undefined;
  for (let n = 0; n < Math.max(left.length, right.length); n++) {
    const difference = (left[n] ?? 0) - (right[n] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether two versions are equal by their numbers, or are the same text. */
export function sameVersion(a: unknown, b: unknown): boolean {
  return compareVersions(a, b) === 0 || (typeof a === 'string' && a !== '' && a === b);
}
