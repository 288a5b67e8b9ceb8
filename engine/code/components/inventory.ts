/** The list of third-party components a project keeps: a CSV file with a component, its version and its licence a row. */
import type { Span } from '../../base/text.ts';

/** One row of a list of third-party components. */
export interface ListedComponent {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Its row. */
  readonly span: Span;
}

/** Whether a path is named like a list of third-party components. */
export function isInventory(path: string): boolean {
  return /(?:^|\/)(?:licen[cs]e[-_]?third[-_]?party|third[-_]?party[-_]?(?:licen[cs]es|components)?|components|dependencies|第三方组件(?:清单)?)\.csv$/i.test(
    path,
  );
}

const COLUMNS = {
  name: /^(?:组件|组件名称|名称|component|name|package|artifact)$/i,
  version: /^(?:版本|版本号|version)$/i,
  licence: /^(?:许可证|许可协议|许可|协议|licen[cs]es?)$/i,
};

/** Empty when the file has no column for components. */
export function componentsListed(text: string): readonly ListedComponent[] {
  const [head, ...rows] = rowsOf(text);
  const titles = head?.cells.map(cell => cell.trim()) ?? [];
  const at = (pattern: RegExp) => titles.findIndex(title => pattern.test(title));
  const [name, version, licence] = [at(COLUMNS.name), at(COLUMNS.version), at(COLUMNS.licence)];
  if (name === -1) return [];
  const cell = (cells: readonly string[], n: number) => cells[n]?.trim() ?? '';
  return rows
    .map(({ cells, span }) => ({
      name: cell(cells, name),
      version: cell(cells, version),
      licence: cell(cells, licence),
      span,
    }))
    .filter(row => row.name !== '');
}

interface Row {
  readonly cells: readonly string[];
  readonly span: Span;
}

/** RFC 4180: cells in quotes may hold commas, doubled quotes and line ends. */
function rowsOf(text: string): readonly Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  const cell = /"((?:[^"]|"")*)"?([^,\r\n]*)(,|\r?\n|$)|([^,\r\n]*)(,|\r?\n|$)/y;
  for (cell.lastIndex = start; cell.lastIndex < text.length; ) {
    const match = cell.exec(text);
    if (match === null) break;
    const isQuoted = match[1] !== undefined;
    const mark = (isQuoted ? match[3] : match[5]) ?? '';
    cells.push(isQuoted ? (match[1] ?? '').replaceAll('""', '"') : (match[4] ?? ''));
    if (mark === ',') continue;
    rows.push({ cells, span: { start, end: match.index + match[0].length - mark.length } });
    cells = [];
    start = match.index + match[0].length;
  }
  return rows;
}

/** Nothing, a dash, or a word for “unknown”. */
export function isUnknown(licence: string): boolean {
  return /^(?:|[-—/?？]+|unknown|none|n\/a|noassertion|未知|不详|待定|待确认|无)$/i.test(licence);
}

const RESTRICTIVE: readonly (readonly ['copyleft' | 'commercial', RegExp])[] = [
  ['copyleft', /\b(?:A?GPL|LGPL|GNU|MPL|EPL|CDDL|SSPL|EUPL|OSL|CC-BY-(?:SA|NC))\b/i],
  ['commercial', /commercial|proprietary|商业|专有|\bBUSL\b|\bElastic-2/i],
];

/** Undefined for a licence that leaves its user free; where several are offered, one such is enough. */
export function restriction(licence: string): 'copyleft' | 'commercial' | undefined {
  const offered = licence
    .split(/\s+or\s+|\/|或/i)
    .map(one => RESTRICTIVE.find(([, pattern]) => pattern.test(one.replace(/(?<=GPL|MPL|EPL)[-v]?\d.*/i, '')))?.[0]);
  return offered.includes(undefined) ? undefined : offered[0];
}
