/**
 * `WX-\d{4}-\d{4}` → `WX-2026-0001`: an example of the identifiers that a pattern matches. Takes the first alternative.
 */
export function sampleId(source: string): string {
  let text = source.split('|').length > 1 && !source.includes('(') ? (source.split('|')[0] ?? source) : source;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/\(([^()|]*)(?:\|[^()]*)?\)\??/, '$1');
  }
  let years = 0;
  return text
    .replace(/\\d\{(\d+)(?:,\d+)?\}/g, (_, count: string) =>
      count === '4' && years++ === 0 ? '2026' : '1'.padStart(Number(count), '0'),
    )
    .replace(/\[([^\]])[^\]]*\][*+]?/g, '$1')
    .replace(/\\d[+*]?/g, '1')
    .replace(/\\/g, '');
}
