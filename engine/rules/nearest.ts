/** The identifier somebody probably meant: of the same kind, one or two characters away. */
import type { Project } from './project.ts';

export function nearest(id: string, project: Project): string | undefined {
  const kind = project.catalogue.kindOfId(id);
  if (kind === undefined) return undefined;
  const known = [...project.entries(kind), ...project.items(kind)].map(held => held.id);
  return closest(id, known);
}

/** The closest of some names, when one is close enough to be meant. */
export function closest(name: string, known: readonly string[]): string | undefined {
  let best: { name: string; distance: number } | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > 2) continue;
    const distance = editDistance(name, candidate);
    if (distance <= 2 && distance < (best?.distance ?? 3)) best = { name: candidate, distance };
  }
  return best?.name;
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
