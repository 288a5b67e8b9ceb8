/**
 * The faults of a sample: what people get wrong, each on the whole contract, one a file, `faults/07-….yml`. The head is written
 * by hand: what is broken, and how. `expect:` is recorded: what Docket says then and did not say before.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Words } from '../../engine/base/words.ts';
import { HostError } from '../hostError.ts';
import type { SampleCommit } from './history.ts';
import type { Changes } from './states.ts';

/** A fault that can be put into the sample, with what Docket then says. */
export interface Fault {
  /** From the name of its file. */
  readonly number: number;
  readonly title: Words;
  /** The rule that names the fault. Whatever else is said follows from it. */
  readonly rule: string;
  readonly changes: readonly FaultChange[];
  /** Of a fault that is committed; the others lie in the working tree. */
  readonly commit?: Pick<SampleCommit, 'date' | 'author' | 'message'>;
  readonly expect?: Expected;
}

/** What becomes of a file. `from` occurs once in it. */
type FaultChange = { readonly file: string } & (
  | { readonly from: string; readonly to: string }
  | { readonly text: string }
  | { readonly copy: string }
  | { readonly deleted: true }
);

/** Findings that a fault adds, and those that it takes away. */
export interface Expected {
  readonly appears: readonly ToldFinding[];
  readonly disappears?: readonly ToldFinding[];
}

/** A finding without its line number: the line itself, of a file or of the commit message (path is then empty). */
export interface ToldFinding {
  readonly rule: string;
  readonly path: string;
  readonly line: string;
  readonly says: string;
  /** Of what is not said by the rule that names the fault: why the fault causes it. */
  readonly why?: string;
}

/** The calendar of the sample ends here; a fault is judged on this day. */
export const DAY_OF_FAULTS = '2026-11-22';

/** In order of their numbers. */
export function readFaults(sample: string): readonly Fault[] {
  return faultFiles(sample).map(file => ({
    ...(parse(readFileSync(file, 'utf8')) as Omit<Fault, 'number'>),
    number: numberOf(file),
  }));
}

/** The files of the faults, by number. */
export function faultFiles(sample: string): readonly string[] {
  const folder = path.join(sample, 'faults');
  const names = readdirSync(folder).filter(name => name.endsWith('.yml'));
  return names.map(name => path.join(folder, name)).sort((a, b) => numberOf(a) - numberOf(b));
}

/**
 * One fault of a sample.
 *
 * @throws HostError when there is none with this number.
 */
export function faultNumbered(sample: string, number: string): Fault {
  const faults = readFaults(sample);
  const fault = faults.find(one => String(one.number) === number);
  if (fault !== undefined) return fault;
  const [first, last] = [faults[0]?.number, faults.at(-1)?.number];
  throw new HostError({
    zh: `样例没有故障 ${number}：有 ${first} 至 ${last}，见样例的 faults 目录。`,
    en: `The sample has no fault ${number}: there are ${first} to ${last}, in its folder faults.`,
  });
}

/** The files it touches, as they are with it; null for one that is gone. */
export function brokenFiles({ number, changes }: Fault, read: (file: string) => string | undefined): Changes {
  const broken = new Map<string, string | null>();
  const textOf = (file: string) => {
    const text = broken.get(file) ?? read(file);
    if (text === undefined) throw new Error(`fault ${number}: there is no ${file}`);
    return text;
  };
  for (const change of changes) {
    if ('from' in change) broken.set(change.file, replaced(textOf(change.file), change, number));
    else if ('copy' in change) broken.set(change.file, textOf(change.copy));
    else broken.set(change.file, 'text' in change ? change.text : null);
  }
  return broken;
}

function replaced(
  text: string,
  { file, from, to }: { readonly file: string; readonly from: string; readonly to: string },
  number: number,
): string {
  const [before, after, ...more] = text.split(from);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(
      `fault ${number}: ${file} has the text to replace ${more.length > 0 ? 'more than once' : 'nowhere'}: ${from}`,
    );
  }
  return before + to + after;
}

function numberOf(file: string): number {
  return Number.parseInt(path.basename(file), 10);
}
