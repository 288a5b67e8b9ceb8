/** Docket under its own gate: a stage whose interface changes owes its row in ARCHITECTURE.md; ordinary work inside owes nothing. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { Path } from '../engine/base/text.ts';
import { traceOf } from '../engine/trace/matrix.ts';
import { since } from '../scripts/since.ts';
import { open, type Texts } from './inMemory.ts';
import { changeIn } from './inMemoryChange.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');
const within = (folder: string) => readdirSync(path.join(ROOT, folder)).map(name => `${folder}/${name}`);

const documents = [
  'docket.yml',
  'docket.lock',
  'ARCHITECTURE.md',
  'docs/field-tests.md',
  ...within('docket/kinds'),
  ...within('docs/decisions'),
];
const bound = [...read('docket.lock').matchAll(/^[A-Z][A-Z0-9-]* ([^#\n]+)#/gm)].map(([, file = '']) => file);
const files: Record<string, string> = Object.fromEntries(
  [...new Set([...documents, ...bound])].map(name => [name, read(name)]),
);

function said(texts: Texts): readonly string[] {
  const analysis = open(texts).analysis();
  const at = ['ARCHITECTURE.md', 'docket.yml', 'docket.lock', ...within('docs/decisions')];
  return at
    .flatMap(name => analysis.findings({ path: name as Path, scope: 'project', beyondBaseline: false }))
    .map(({ rule, severity, id }) => `${severity} ${rule} ${id}`);
}

/** The file that a row binds, with its interface changed or with work inside. */
const QUERIES = 'engine/base/queries.ts';
const wider = {
  ...files,
  [QUERIES]: String(files[QUERIES]).replace(
    'export interface Get {',
    'export interface Get {\n  readonly more: number;',
  ),
};
const inside = { ...files, [QUERIES]: `${files[QUERIES]}\nfunction more(): number {\n  return 1;\n}\n` };

describe('the own documents', () => {
  test('have no finding', () => {
    expect(said(files)).toEqual([]);
  });

  test('name types that are there, one stage for each folder of the engine', () => {
    const { items } = traceOf(open(files).cache.get);
    expect(
      items.flatMap(({ id, code }) =>
        code.filter(({ status }) => status !== 'ok').map(({ path: at, symbol }) => `${id} ${at}#${symbol}`),
      ),
    ).toEqual([]);
    const folders = new Set(items.flatMap(({ code }) => code.map(({ path: at }) => at.split('/')[1])));
    expect([...folders].sort()).toEqual(readdirSync(path.join(ROOT, 'engine')).sort());
  });

  test('owe when an interface changes, in the project and in the range of commits', () => {
    expect(wider).not.toEqual(files);
    expect(said(wider)).toEqual(['error trace/debt BASE']);
    const owed = changeIn(wider, {
      message: 'base: one more\n',
      before: { [QUERIES]: String(files[QUERIES]) },
    }).debts();
    expect(owed.map(({ owed: { id }, status, due }) => `${id} ${status} ${due}`)).toEqual(['BASE open range']);
  });

  test('owe nothing for work inside', () => {
    expect(inside).not.toEqual(files);
    expect(said(inside)).toEqual([]);
  });
});

describe('the commits a repository answers for', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'since-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function git(at: string, ...args: readonly string[]): string {
    return execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@example.invalid', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd: at,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    ).trim();
  }
  function committed(at: string, file: string): string {
    writeFileSync(path.join(at, file), `${Math.random()}\n`);
    git(at, 'add', '-A');
    git(at, 'commit', '-qm', file);
    return git(at, 'rev-parse', 'HEAD');
  }
  function fresh(name: string): string {
    git(folder, 'init', '-q', name);
    return path.join(folder, name);
  }

  test('are none without a commit, and none right after the lock was written', () => {
    const at = fresh('young');
    expect(since(at)).toMatchObject({ skipped: expect.stringContaining('no git repository with a commit') });
    committed(at, 'docket.lock');
    expect(since(at)).toHaveProperty('skipped');
  });

  test('begin at the commit of the lock, then at the last tag', () => {
    const at = fresh('grown');
    const locked = committed(at, 'docket.lock');
    const next = committed(at, 'a');
    expect(since(at)).toMatchObject({ commit: locked });
    git(at, 'tag', 'v1', next);
    // On the tag itself the release before it counts, and there is none.
    expect(since(at)).toMatchObject({ commit: locked });
    committed(at, 'b');
    expect(since(at)).toMatchObject({ commit: 'v1' });
  });

  test('begin where a clone left its upstream', () => {
    const at = fresh('upstream');
    committed(at, 'docket.lock');
    const left = committed(at, 'a');
    git(folder, 'clone', '-q', at, 'clone');
    const clone = path.join(folder, 'clone');
    committed(clone, 'b');
    expect(since(clone)).toMatchObject({ commit: left });
  });

  test('are none in a shallow clone, with the reason', () => {
    const at = fresh('deep');
    committed(at, 'docket.lock');
    committed(at, 'a');
    git(folder, 'clone', '-q', '--depth=1', pathToFileURL(at).href, 'shallow');
    expect(since(path.join(folder, 'shallow'))).toHaveProperty('skipped');
  });
});
