/** Finds the known name that a misspelt name probably means. */

/** The known name with the fewest edits from `name`, at most two; undefined when none is that close. */
export function closest(name: string, known: readonly string[]): string | undefined {
  let best: { name: string; distance: number } | undefined;
  for (const candidate of known) {
    const atMost = (best?.distance ?? FAR) - 1;
    const distance =
      candidate.length === name.length
        ? typingDistance(name, candidate, atMost)
        : editDistanceWithin(name, candidate, atMost);
    if (distance !== undefined && distance <= atMost) best = { name: candidate, distance };
    if (distance === 1) break;
  }
  return best?.name;
}

/** Names with this many edits between them are not taken for one another. */
const FAR = 3;

/**
 * For names of the same length: how many letters differ. Two neighbours that changed places count once. Undefined when
 * the result is more than `atMost`.
 */
function typingDistance(a: string, b: string, atMost: number): number | undefined {
  let distance = 0;
  for (let n = 0; n < a.length; n++) {
    if (a[n] === b[n]) continue;
    distance += 1;
    if (distance > atMost) return undefined;
    if (a[n] === b[n + 1] && a[n + 1] === b[n]) n += 1;
  }
  return distance;
}

function editDistanceWithin(a: string, b: string, atMost: number): number | undefined {
  return Math.abs(a.length - b.length) > atMost ? undefined : editDistance(a, b);
}

/** Levenshtein distance: the least number of letters (UTF-16 code units) to insert, remove or replace. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
