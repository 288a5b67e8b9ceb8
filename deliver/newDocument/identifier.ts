/** The identifier a new document gets: the next number, the period it is about, or the system it describes. */
import { type LocalDate } from '../../engine/measure/time/date.ts';
import { periodOf } from '../../engine/measure/time/period.ts';
import type { Kind } from '../../engine/model/kinds/kinds.ts';

/** What an identifier is made of besides the pattern of its kind. */
interface Numbering {
  readonly today: LocalDate;
  /** Code of the system the document is about; some documents are named after it. */
  readonly system: string | undefined;
  /** Every identifier already taken, here or on another branch. */
  readonly taken: ReadonlySet<string>;
}

/** Undefined when only a person can say: an inspection of which holiday, a report of which period. */
export function nextIdentifier(kind: Kind, { today, system, taken }: Numbering): string | undefined {
  const pattern = kind.idSource ?? '';
  switch (kind.numbered) {
    case 'year':
      return counted(pattern.replace('\\d{4}', today.slice(0, 4)), taken);
    case 'plain':
      return counted(pattern, taken);
    case 'month':
      return ifWhole(kind, pattern.replace('\\d{4}-\\d{2}', today.slice(0, 7)));
    case 'week':
      return ifWhole(kind, `${pattern.slice(0, pattern.indexOf('\\d'))}${periodOf('week', today).key}`);
    case 'none':
      return system === undefined
        ? undefined
        : ifWhole(kind, `${system}${pattern.slice(pattern.lastIndexOf('}') + 1)}`);
  }
}

const COUNTER = /\\d\{(\d)\}$/;

/** `WX-2026-\d{4}` → the number after the highest one taken. Gaps are not filled: a number once given is not given again. */
function counted(pattern: string, taken: ReadonlySet<string>): string | undefined {
  const width = Number(COUNTER.exec(pattern)?.[1]);
  if (!Number.isFinite(width)) return undefined;
  const prefix = pattern.replace(COUNTER, '');
  const numbers = [...taken].filter(id => id.startsWith(prefix)).map(id => Number(id.slice(prefix.length)));
  const next = Math.max(0, ...numbers.filter(Number.isInteger)) + 1;
  const digits = String(next).padStart(width, '0');
  return digits.length > width ? undefined : prefix + digits;
}

function ifWhole(kind: Kind, id: string): string | undefined {
  return kind.id?.test(id) ? id : undefined;
}

/** What every identifier of the kind in the same year begins with: `WX-2026-`. Other branches are searched for it. */
export function identifierPrefix(kind: Kind, today: LocalDate): string | undefined {
  const pattern = (kind.idSource ?? '').replace('\\d{4}', kind.numbered === 'year' ? today.slice(0, 4) : '\\d{4}');
  return COUNTER.test(pattern) ? pattern.replace(COUNTER, '') : undefined;
}

/** `records/ticket/{year}` and `WX-2026-0003` → the file. */
export function pathOf(folder: string, id: string, today: LocalDate): string {
  const year = /-(\d{4})(?:-|$)/.exec(id)?.[1] ?? today.slice(0, 4);
  return `${folder.replace('{year}', year)}/${id}.md`;
}
