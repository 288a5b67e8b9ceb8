/** How big the bench repositories are; L is the size of the budgets. */
export interface Shape {
  readonly documents: number;
  readonly codeFiles: number;
  readonly commits: number;
}

export const shapes: Readonly<Record<string, Shape>> = {
  S: { documents: 100, codeFiles: 1_000, commits: 200 },
  M: { documents: 1_000, codeFiles: 10_000, commits: 2_000 },
  L: { documents: 10_000, codeFiles: 100_000, commits: 20_000 },
};
