/** Which of some names a misspelt one probably means. */

/** The closest of some names, when one is close enough to be meant. */
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

/** Names this many edits apart have nothing to do with each other. */
const FAR = 3;

/** Of names of one length: letters that differ, two neighbours exchanged as one; undefined when more than `atMost`. */
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

/** Levenshtein's distance. */
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
