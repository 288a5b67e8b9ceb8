/**
 * `docket.lock`: the pairs that agreed, with their signatures at that time. It makes debts visible without git history.
 * Each binding takes two lines; its key names the right side first, which owes:
 *
 *     HD-REV-03 REQ-REV-012
 *       90b1c4de3f2a 01b2c3d477aa settled 李四 只改了措辞
 *     LD-REV-07 src/main/java/cn/example/zzgl/review/OverdueReminderJob.java
 *       3f2a90b1c4de 77aa01b2c3d4 agreed 李四 -
 *
 * The second line holds: signature of the left side (code, or the item that is answered), signature of the right side,
 * how they came to agree, who said so, and why. Keys are sorted, so that branches merge line by line. After a union
 * merge a binding may have several values, and each of them counts. Lines in another form are not used; `foreign` names
 * them.
 */

/** The path of the lock in a project. */
export const LOCK_PATH = 'docket.lock';

/** A record that two sides agree. */
export interface Agreement {
  /** Signatures of both sides, twelve hexadecimal digits each. */
  readonly left: string;
  readonly right: string;
  /** Both changed together, a person settled it, or a change approval declares it (`declared BG-2026-0005`). */
  readonly how: 'agreed' | 'settled' | 'declared';
  /** The approval that declares it. */
  readonly change?: string;
  /** Who recorded it, and the reason; the reason may be empty. */
  readonly by: string;
  readonly because: string;
}

/** The content of docket.lock. */
export interface Lock {
  /** Values by the key of the binding, as `keyOf` and `keyOfPair` write it. */
  readonly agreements: ReadonlyMap<string, readonly Agreement[]>;
  readonly foreign: readonly ForeignLine[];
}

/** A line that does not belong in a lock: a conflict marker, a value without its key. Lines count from 0. */
interface ForeignLine {
  readonly line: number;
  readonly text: string;
}

const KEY = /^([A-Z][A-Z0-9-]*(?:#\S+)?) (\S.*)$/;
const VALUE = /^ {2}([0-9a-f]{12}) ([0-9a-f]{12}) (?:(agreed|settled)|declared (\S+)) (\S+)(?: (.*))?$/;

/** Reads the text of docket.lock. Never throws: lines in another form are in `foreign`. */
export function parseLock(text: string): Lock {
  const agreements = new Map<string, Agreement[]>();
  const foreign: ForeignLine[] = [];
  let values: Agreement[] | undefined;
  for (const [line, written] of text.split(/\r?\n/).entries()) {
    const value = VALUE.exec(written);
    if (written.trim() === '' || written.startsWith('#')) continue;
    if (value && values) add(values, agreementIn(value));
    else if (KEY.test(written)) values = valuesAt(agreements, keyIn(written));
    else foreign.push({ line, text: written });
  }
  return { agreements, foreign };
}

function valuesAt(agreements: Map<string, Agreement[]>, key: string): Agreement[] {
  const known = agreements.get(key) ?? [];
  agreements.set(key, known);
  return known;
}

/** Writes a key on one line. A line end in a file name becomes `%0A` or `%0D`, a second blank `%20`. */
function printKey(key: string): string {
  return key.replace(
    /[\n\r]|(?<= ) |%(?=0A|0D|20|25)/g,
    letter => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function keyIn(written: string): string {
  return written.replace(/%(0A|0D|20|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function add(values: Agreement[], value: Agreement): void {
  if (!values.some(other => printValue(other) === printValue(value))) values.push(value);
}

function agreementIn([, left = '', right = '', how, change, by = '', because = '']: RegExpExecArray): Agreement {
  const said = { left, right, by, because: because === '-' ? '' : because };
  return change === undefined ? { ...said, how: how as 'agreed' | 'settled' } : { ...said, how: 'declared', change };
}

const HEAD =
  '# Written by docket: which design unit agreed with which code, and which item with which. Merge: keep both sides.\n';

/** The text of docket.lock, sorted by key. Keys without a value are left out. */
export function printLock(agreements: Lock['agreements']): string {
  const entries = [...agreements].filter(([, values]) => values.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${HEAD}${entries.map(([key, values]) => `${printKey(key)}\n${values.map(printValue).sort().join('')}`).join('')}`;
}

function printValue({ left, right, how, change, by, because }: Agreement): string {
  const words = oneLine(because);
  return `  ${left} ${right} ${change === undefined ? how : `declared ${change}`} ${oneLine(by).replaceAll(' ', '_') || '-'} ${words || '-'}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
