/**
 * A sample → a git repository with its whole history. The same sample gives the same commits, hash for hash; stopping at a
 * date gives the same hashes so far; a fault is one commit more or lies in the working tree.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { simpleGit } from 'simple-git';
import { git } from '../git/git.ts';
import { HostError } from '../hostError.ts';
import { brokenFiles, type Fault } from './fault.ts';
import { parseHistory, type SampleCommit } from './history.ts';
import { type Changes, changesOf } from './states.ts';

interface Materialised {
  readonly commits: number;
  readonly files: number;
}

/** Names of the people who commit, by staff id. */
type Authors = ReadonlyMap<string, string>;

interface WantedSample {
  /** The last day; without it, the whole year. */
  readonly until?: string | undefined;
  /** Of the whole year. */
  readonly fault?: Fault | undefined;
}

/**
 * Writes a sample as a git repository, up to a day or with one fault.
 *
 * @throws HostError when the target is not an empty folder, or git fails.
 */
export async function materialise(
  sample: string,
  target: string,
  { until, fault }: WantedSample = {},
): Promise<Materialised> {
  refuseOccupied(target);
  const broken = fault && brokenFiles(fault, fileIn(path.join(sample, 'files')));
  const { commits, changes } = withFault(readSample(sample), fault?.commit, broken);
  const count =
    until === undefined ? commits.length : commits.filter(({ date }) => date.slice(0, until.length) <= until).length;
  if (count === 0)
    throw new HostError({ zh: `样例在 ${until} 之前没有提交。`, en: `The sample has no commit before ${until}.` });
  mkdirSync(target, { recursive: true });
  const repository = simpleGit(target);
  await repository.raw('init', '--quiet', '--initial-branch=main');
  await repository.addConfig('core.autocrlf', 'false');
  const imported = git(
    target,
    ['fast-import', '--quiet', '--date-format=raw'],
    Buffer.from(stream(commits.slice(0, count), changes, authorsOf(sample))),
  );
  if (!imported.ok)
    throw new HostError({
      zh: `git fast-import 失败：${imported.error}`,
      en: `git fast-import failed: ${imported.error}`,
    });
  await repository.raw('reset', '--quiet', '--hard', 'main');
  if (broken && fault.commit === undefined) leave(broken, target);
  return { commits: count, files: (await repository.raw('ls-files')).split('\n').length - 1 };
}

function refuseOccupied(target: string): void {
  if (existsSync(target) && readdirSync(target).length > 0) {
    throw new HostError({
      zh: `目录 ${target} 不是空的：请换一个目录，或先清空它。`,
      en: `${target} is not empty: choose another folder or empty it first.`,
    });
  }
}

interface Read {
  readonly commits: readonly SampleCommit[];
  /** What each of them leaves. */
  readonly changes: readonly Changes[];
}

function withFault({ commits, changes }: Read, commit: Fault['commit'], broken: Changes | undefined): Read {
  if (commit === undefined || broken === undefined) return { commits, changes };
  return {
    commits: [...commits, { ...commit, tag: undefined, added: [], deleted: [], patches: new Map() }],
    changes: [...changes, broken],
  };
}

function leave(broken: Changes, target: string): void {
  for (const [file, text] of broken) {
    if (text === null) rmSync(path.join(target, file));
    else {
      mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
      writeFileSync(path.join(target, file), text);
    }
  }
}

/** Reads files of a folder; undefined for one that does not exist. */
export function fileIn(folder: string): (file: string) => string | undefined {
  return file => (existsSync(path.join(folder, file)) ? readFileSync(path.join(folder, file), 'utf8') : undefined);
}

function readSample(sample: string): Read {
  const months = readdirSync(path.join(sample, 'history'))
    .filter(name => name.endsWith('.log'))
    .sort();
  const commits = months.flatMap(name => parseHistory(readFileSync(path.join(sample, 'history', name), 'utf8')));
  return { commits, changes: changesOf(commits, finalFiles(path.join(sample, 'files'))) };
}

function finalFiles(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  return new Map(
    files.map(entry => {
      const full = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, full).replaceAll('\\', '/'), readFileSync(full, 'utf8')];
    }),
  );
}

/** The identities of the authors of a sample, by id. */
export function authorsOf(sample: string): Authors {
  const lines = readFileSync(path.join(sample, 'authors.txt'), 'utf8').split('\n');
  return new Map(
    lines
      .filter(line => line.includes('='))
      .map(line => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()]),
  );
}

/** The input of `git fast-import`: lengths are in bytes. */
function stream(commits: readonly SampleCommit[], changes: readonly Changes[], authors: Authors): string {
  return `${commits.map((commit, n) => commitText(commit, n + 1, changes[n] ?? new Map(), authors)).join('')}done\n`;
}

function commitText(
  { date, author, message, tag }: SampleCommit,
  mark: number,
  changes: Changes,
  authors: Authors,
): string {
  const who = `${identityIn(authors, author)} ${Date.parse(date) / 1000} +0800`;
  const head = `commit refs/heads/main\nmark :${mark}\nauthor ${who}\ncommitter ${who}\n${data(message)}`;
  const files = [...changes].map(([file, text]) =>
    text === null
      ? `D ${quoted(file)}\n`
      : `M ${file.endsWith('.sh') ? '100755' : '100644'} inline ${quoted(file)}\n${data(text)}`,
  );
  const tagged = tag === undefined ? '' : `tag ${tag}\nfrom :${mark}\ntagger ${who}\n${data(`${tag}\n`)}`;
  return `${head}${files.join('')}\n${tagged}`;
}

/** `Name <e-mail>` of an author; an unknown one gets an address that does not exist. */
export function identityIn(authors: Authors, author: string): string {
  return authors.get(author) ?? `${author} <${author.toLowerCase()}@example.invalid>`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function quoted(file: string): string {
  return `"${file.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
