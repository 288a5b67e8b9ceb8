/**
 * Values that follow from an identifier, a file name or a folder: the period of a report, the sort of an inspection,
 * the kind of a journal's rows.
 */
import { type Path, stemOf } from '../../base/text.ts';
import type { Catalogue, Kind } from '../kinds/kinds.ts';

/**
 * The period in an identifier: `YB-2026-05` → `2026-05`, `ZB-2026-W21` → `2026-W21`, `KH-2026-M05` → `2026-05`,
 * `NB-2026` and `KH-2026-Y` → `2026`.
 */
export function periodOfId(id: unknown): string | undefined {
  const [, year, part] = /-(\d{4})(?:-(M?\d{2}|W\d{2}|Q[1-4]|Y))?$/.exec(String(id ?? '')) ?? [];
  if (year === undefined || part === undefined || part === 'Y') return year;
  return `${year}-${part.replace('M', '')}`;
}

/**
 * The value that follows from the form of an identifier, as a field defines with `by_id`: `YB-2026-05` is a monthly
 * report. Undefined for another form: special inspections share the ids of a week, so their author states what they
 * are.
 */
export function valueOfId(id: unknown, byId: Readonly<Record<string, string>> = {}): string | undefined {
  return Object.entries(byId).find(([, pattern]) => new RegExp(pattern).test(String(id ?? '')))?.[0];
}

/** The kind whose folder contains the file: a journal in `records/service-order/2026/` lists service orders. */
export function kindOfFolder(path: Path, { kinds }: Catalogue): string | undefined {
  for (const { key, folder, folderPattern } of kinds.values()) {
    if (folder?.includes('/') && folderPattern?.test(path)) return key;
  }
  return undefined;
}

/** The name of a file without its extension; a README has the name of its folder. */
export function derivedName(path: Path): string {
  return (isReadme(path) ? path.split('/').at(-2) : undefined) ?? stemOf(path);
}

/** Whether the file is a README or an index of its folder. */
export function isReadme(path: Path): boolean {
  return /^(?:readme|index)$/i.test(stemOf(path));
}

/**
 * The kind of technical document in a file name: `01-证照系统概要设计说明书V1.2` is a 概要设计说明书. A guide to such documents or a form
 * for them does not count.
 */
export function kindNamedIn(name: string, { kinds }: Catalogue): Kind | undefined {
  const found = [...kinds.values()].flatMap(kind =>
    namesOf(kind).flatMap(part => (isCalled(name, part) ? [{ kind, length: part.length }] : [])),
  );
  return found.sort((a, b) => b.length - a.length)[0]?.kind;
}

/** Whether a file name contains the name of its kind, and is not only an identifier. */
export function isCalledAfter(kind: Kind, name: string): boolean {
  return namesOf(kind).some(part => isCalled(name, part));
}

function namesOf({ versions, label, aliases }: Kind): readonly string[] {
  return versions !== 'none' ? [label.zh, ...aliases].filter(name => /^\p{Script=Han}+$/u.test(name)) : [];
}

/** Whether the name of the kind is at the end of the file name, before a version, a date or text in brackets. */
function isCalled(name: string, part: string): boolean {
  const at = name.lastIndexOf(part);
  return at !== -1 && !/\p{Script=Han}/u.test(name.slice(at + part.length).replace(/[（(【[].*?[）)】\]]/g, ''));
}
