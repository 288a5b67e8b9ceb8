/** What a cache is told by a broken file: nothing. Its answer is that of a run without it, byte by byte. */
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkTree } from '../../host/project/checked.ts';
import { buildId } from '../../host/engineId.ts';
import { check, CONFIG, giveTo, GOOD, put, repositoryWith } from '../badInput/onDisk.ts';
import { DOCKET } from '../program.ts';

const AS_OF = '2026-06-01';
const OTHER = GOOD.replaceAll('0001', '0002').replace('无法登录', '同 [[WX-2026-0001]] 与 [[WX-2026-0009]]');
const FILES = {
  'docket.yml': CONFIG,
  'records/ticket/2026/WX-2026-0001.md': GOOD,
  'records/ticket/2026/WX-2026-0002.md': OTHER,
};

const answer = async (folder: string, asOf = AS_OF) => JSON.stringify(await checkTree(folder, asOf, 'test'));

async function without(folder: string, asOf = AS_OF): Promise<string> {
  rmSync(path.join(folder, '.git/docket'), { recursive: true, force: true });
  return answer(folder, asOf);
}

function homeOf(folder: string): string {
  const [home] = readdirSync(path.join(folder, '.git/docket'));
  return path.join(folder, '.git/docket', home ?? '');
}

const factsOf = (folder: string) => path.join(homeOf(folder), 'facts.ndjson');
const resultsOf = (folder: string) =>
  readdirSync(homeOf(folder))
    .filter(name => name.startsWith('result-'))
    .map(name => path.join(homeOf(folder), name));

function dropResults(folder: string): void {
  for (const file of resultsOf(folder)) rmSync(file);
}

let folder: string;
let expected: string;
beforeEach(async () => {
  folder = repositoryWith(FILES);
  expected = await answer(folder);
});

test('the second run reads the result of the first, and the facts when there is no result', async () => {
  expect(resultsOf(folder)).toHaveLength(1);
  expect(readFileSync(factsOf(folder), 'utf8').trimEnd().split('\n')).toHaveLength(2);
  expect(await answer(folder)).toBe(expected);
  dropResults(folder);
  expect(await answer(folder)).toBe(expected);
  expect(readFileSync(factsOf(folder), 'utf8').trimEnd().split('\n')).toHaveLength(2);
});

describe('facts', () => {
  const facts = () => readFileSync(factsOf(folder), 'utf8');
  const lines = () => facts().trimEnd().split('\n');
  const keyOf = (line: string | undefined) => (line ?? '').split(' ', 1)[0] ?? '';

  test.each<[string, () => string | Uint8Array]>([
    ['cut in the middle', () => facts().slice(0, facts().length / 2)],
    ['cut before the last bracket', () => facts().slice(0, -2)],
    ['empty', () => ''],
    ['newlines only', () => '\n\n\n'],
    ['garbage', () => Uint8Array.from({ length: 10_000 }, (_, n) => (n * 7919) & 255)],
    [
      'of another form',
      () =>
        lines()
          .map(line => `${keyOf(line)} {"version":7}`)
          .join('\n'),
    ],
    [
      'empty facts',
      () =>
        lines()
          .map(line => `${keyOf(line)} 00000000 {}`)
          .join('\n'),
    ],
    ['a word changed', () => facts().replace('登录失败', '登录成功')],
    [
      'the facts of two documents exchanged',
      () =>
        `${keyOf(lines()[0])}${lines()[1]?.slice(keyOf(lines()[1]).length)}\n${keyOf(lines()[1])}${lines()[0]?.slice(keyOf(lines()[0]).length)}\n`,
    ],
    ['a huge line', () => `${'x'.repeat(30_000_000)}\n${facts()}`],
    ['the same lines many times', () => facts().repeat(500)],
  ])('%s', async (_name, content) => {
    writeFileSync(factsOf(folder), content());
    dropResults(folder);
    expect(await answer(folder)).toBe(expected);
    dropResults(folder);
    expect(await answer(folder)).toBe(expected);
  });

  test('a line another process has not finished is not glued to the next', async () => {
    writeFileSync(factsOf(folder), `${lines()[0]}\n${lines()[1]?.slice(0, 60)}`);
    dropResults(folder);
    expect(await answer(folder)).toBe(expected);
    expect(lines()).toHaveLength(3);
    expect(lines()[2]).toMatch(/^\w+:.*\}$/);
  });

  test('what another process appends in between is taken in', async () => {
    put(folder, { 'docs/a.md': '# 一\n' });
    appendFileSync(factsOf(folder), 'half a li');
    const changed = await answer(folder);
    expect(changed).not.toBe(expected);
    expect(await without(folder)).toBe(changed);
  });
});

describe('results', () => {
  test.each<[string, (text: string) => string | Uint8Array]>([
    ['empty', () => ''],
    ['garbage', () => new Uint8Array([0, 255, 7, 10])],
    ['JSON that is no result', () => '{}'],
    ['null', () => 'null'],
    [
      'a result without findings',
      () => '{"result":{"findings":[],"summary":{"documents":0,"items":0,"rules":0},"language":"zh"},"besides":[]}',
    ],
    ['cut', text => text.slice(0, -5)],
    ['a finding left out', text => text.replace('"error"', '"info"')],
  ])('%s', async (_name, change) => {
    for (const file of resultsOf(folder)) writeFileSync(file, change(readFileSync(file, 'utf8')));
    expect(await answer(folder)).toBe(expected);
  });

  test('of another day under this name', async () => {
    const later = '2027-09-09';
    const [mine] = resultsOf(folder);
    const other = await answer(folder, later);
    const theirs = resultsOf(folder).find(file => file !== mine);
    renameSync(theirs ?? '', mine ?? '');
    expect(await answer(folder)).toBe(expected);
    expect(await without(folder, later)).toBe(other);
  });

  test('a folder in its place', async () => {
    const [file] = resultsOf(folder);
    rmSync(file ?? '');
    mkdirSync(file ?? '');
    expect(await answer(folder)).toBe(expected);
  });

  test('no more than a few are kept', async () => {
    for (let day = 10; day < 28; day++) await answer(folder, `2026-06-${day}`);
    expect(resultsOf(folder).length).toBeLessThanOrEqual(8);
  });
});

describe('the folder', () => {
  test('a file in its place', async () => {
    rmSync(path.join(folder, '.git/docket'), { recursive: true });
    writeFileSync(path.join(folder, '.git/docket'), 'x');
    expect(await answer(folder)).toBe(expected);
  });

  test.skipIf(process.platform === 'win32')('that cannot be written', () => {
    const uid = process.getuid?.() === 0 ? 65_534 : undefined;
    const fresh = repositoryWith(FILES);
    if (uid !== undefined) giveTo(fresh, uid);
    chmodSync(path.join(fresh, '.git'), 0o500);
    const run = check(fresh, { args: ['--format', 'json'], ...(uid === undefined ? {} : { uid }) });
    expect(readdirSync(path.join(fresh, '.git'))).not.toContain('docket');
    chmodSync(path.join(fresh, '.git'), 0o700);
    expect(check(fresh, uid === undefined ? {} : { uid }).out).toBe(run.out);
  });
});

test('four processes at once, one of them deleting the cache all the time', async () => {
  for (let n = 10; n < 60; n++)
    put(folder, { [`records/ticket/2026/WX-2026-00${n}.md`]: GOOD.replaceAll('0001', `00${n}`) });
  const alone = check(folder).out;
  rmSync(path.join(folder, '.git/docket'), { recursive: true });
  // Somebody may write into the folder while it is being emptied.
  const deleting = setInterval(
    () => rmSync(path.join(folder, '.git/docket'), { recursive: true, force: true, maxRetries: 50, retryDelay: 1 }),
    20,
  );
  const outputs = await Promise.all(Array.from({ length: 4 }, () => run(folder)));
  clearInterval(deleting);
  expect(outputs).toEqual(Array.from({ length: 4 }, () => alone));
  expect(await Promise.all([run(folder), run(folder)])).toEqual([alone, alone]);
  expect(check(folder).out).toBe(alone);
});

function run(cwd: string): Promise<string> {
  const child = spawn(process.execPath, [DOCKET, 'check', '--format', 'json', '--as-of', AS_OF], { cwd });
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.setEncoding('utf8').on('data', text => (out += text));
    child.on('error', reject).on('close', () => resolve(out));
  });
}

test('a build of which one file became another is another engine', () => {
  const folder = repositoryWith({ 'cli/check-AAAA.js': '', 'cli/catalogue-BBBB.js': '' });
  const was = buildId(path.join(folder, 'cli'));
  renameSync(path.join(folder, 'cli/catalogue-BBBB.js'), path.join(folder, 'cli/catalogue-CCCC.js'));
  expect(buildId(path.join(folder, 'cli'))).not.toBe(was);
});
