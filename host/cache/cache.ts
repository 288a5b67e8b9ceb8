/**
 * What earlier runs found out, under the git directory: facts of each document by its content, and whole results by the
 * content of everything. Deleting it at any moment costs time only; a file that cannot be read is as good as none.
 */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { DocumentFacts } from '../../engine/session/session.ts';
import { git } from '../git/git.ts';
import { sealed, unsealed } from './seal.ts';

/** Changes whenever the form of what is kept changes. */
const FORM = 3;
/** Snapshots lie beside the stores, and see to their number themselves. */
export const SNAPSHOTS = 'snapshots';
/** Results kept, the newest. */
const RESULTS = 8;
/** Facts of texts long gone gather; beyond this the file begins anew. Bytes. */
const LARGEST = 256_000_000;

/** The cache of one project, one engine and one configuration. */
export interface Store {
  /** Facts by `key`; undefined when not known. */
  facts(key: string): DocumentFacts | undefined;
  /** Adds facts to those of earlier runs. */
  add(entries: readonly (readonly [key: string, facts: DocumentFacts])[]): void;
  /** Values of another sort, in a file of their own; `name` is that of the file. */
  lines<V>(name: string): Lines<V>;
  result(key: string): string | undefined;
  keepResult(key: string, text: string): void;
}

/** Values by key, a line each. */
export interface Lines<V> {
  /** Undefined when not known. */
  get(key: string): V | undefined;
  /** Adds values to those of earlier runs. */
  add(entries: readonly (readonly [key: string, value: V])[]): void;
}

/** Where the cache of the repository that holds `root` lies; undefined without one. */
export function cacheFolder(root: string): string | undefined {
  const usual = path.join(root, '.git');
  if (existsSync(path.join(usual, 'HEAD')) && !('GIT_DIR' in process.env || 'GIT_COMMON_DIR' in process.env))
    return path.join(usual, 'docket');
  const answer = git(root, ['rev-parse', '--git-common-dir']);
  return answer.ok ? path.join(path.resolve(root, answer.out.toString('utf8').trim()), 'docket') : undefined;
}

/** `environment`: everything besides a document's own text that its facts depend on (engine, kinds, configuration). */
export function openStore(folder: string, environment: string): Store {
  const home = path.join(folder, `${FORM}-${digest(environment)}`);
  const facts = linesIn<DocumentFacts>(folder, home, 'facts.ndjson');
  return {
    facts: facts.get,
    add: facts.add,
    lines: name => linesIn(folder, home, name),
    result: key => unsealed(key, readOr(path.join(home, `result-${digest(key)}.json`)) ?? ''),
    keepResult: (key, text) => quietly(() => writeResult(home, `result-${digest(key)}.json`, sealed(key, text))),
  };
}

function linesIn<V>(folder: string, home: string, name: string): Lines<V> {
  const file = path.join(home, name);
  let lines: ReadonlyMap<string, string> | undefined;
  let begun = false;
  return {
    get: key => parsed<V>(key, (lines ??= readLines(file)).get(key)),
    add: entries =>
      quietly(() => {
        if (!begun && sizeOf(file) > LARGEST) rmSync(file, { force: true });
        begun = true;
        append(folder, home, file, entries);
      }),
  };
}

/** A short hash of a text, for names of files and keys. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

/** Line by line `KEY SUM json`; a line cut short by a killed writer does not fit its sum. */
function readLines(file: string): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  const text = readOr(file) ?? '';
  for (const line of text.split('\n')) {
    const space = line.indexOf(' ');
    if (space > 0) lines.set(line.slice(0, space), line.slice(space + 1));
  }
  return lines;
}

function parsed<V>(key: string, line: string | undefined): V | undefined {
  const text = unsealed(key, line ?? '');
  return text === undefined ? undefined : (JSON.parse(text) as V);
}

/** One write of whole lines, so that two processes that add at once do not mix theirs. */
function append(
  folder: string,
  home: string,
  file: string,
  entries: readonly (readonly [key: string, value: unknown])[],
): void {
  if (entries.length === 0) return;
  mkdirSync(home, { recursive: true });
  dropOthers(folder, home);
  // A line a killed writer left open is closed first; readers skip it.
  const glue = endsOpen(file) ? '\n' : '';
  appendFileSync(
    file,
    `${glue}${entries.map(([key, value]) => `${key} ${sealed(key, JSON.stringify(value))}\n`).join('')}`,
  );
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function endsOpen(file: string): boolean {
  const size = sizeOf(file);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  const opened = openSync(file, 'r');
  readSync(opened, last, 0, 1, size - 1);
  closeSync(opened);
  return last.toString() !== '\n';
}

/** Stores of other versions or configurations that were not used for a while. */
function dropOthers(folder: string, home: string): void {
  const old = readdirSync(folder)
    .filter(name => name !== SNAPSHOTS)
    .map(name => path.join(folder, name))
    .filter(other => other !== home);
  const byAge = old.map(other => ({ other, time: statSync(other).mtimeMs })).sort((a, b) => b.time - a.time);
  for (const { other } of byAge.slice(3)) rmSync(other, { recursive: true, force: true });
}

function writeResult(home: string, name: string, text: string): void {
  mkdirSync(home, { recursive: true });
  // Named like a result, so that what a killed writer left is dropped with the old ones.
  const temporary = path.join(home, `${name}.${process.pid}`);
  writeFileSync(temporary, text);
  renameSync(temporary, path.join(home, name));
  const results = readdirSync(home)
    .filter(file => file.startsWith('result-'))
    .map(file => path.join(home, file));
  const byAge = results.map(file => ({ file, time: statSync(file).mtimeMs })).sort((a, b) => b.time - a.time);
  for (const { file } of byAge.slice(RESULTS)) rmSync(file, { force: true });
}

function readOr(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** A cache that cannot be written is no reason to fail. */
function quietly(write: () => void): void {
  try {
    write();
  } catch {
    // The next run is slower, that is all.
  }
}
