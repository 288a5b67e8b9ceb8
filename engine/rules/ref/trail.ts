/** The way from `start` back to itself, with `start` at both ends; undefined when there is no cycle. */
export function trailOf(start: string, next: (from: string) => readonly string[]): readonly string[] | undefined {
  const seen = new Set<string>();
  const ways = next(start).map(first => [start, first]);
  for (let way = ways.pop(); way; way = ways.pop()) {
    const last = way.at(-1) ?? '';
    if (last === start) return way;
    if (seen.has(last)) continue;
    seen.add(last);
    for (const further of next(last)) ways.push([...way, further]);
  }
  return undefined;
}
