/** Records with each id once: a copy of a file with the same id does not count twice. The first one counts. */
export function distinct<T extends { readonly id: string }>(records: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return records.filter(({ id }) => {
    const isNew = id === '' || !seen.has(id);
    seen.add(id);
    return isNew;
  });
}
