/** `A::f` is `A.f`, `'m'` is `m`, `A<T>` is `A`. */
export function plainSymbolName(written: string): string {
  return written
    .replace(/<[^()]*>$/, '')
    .replace(/^['"](.*)['"]$/s, '$1')
    .replace(/\s+/g, '')
    .replaceAll('::', '.');
}
