/** A configuration that is broken, missing, in another place, or no file at all. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, CONFIG, folderWith, GOOD, put, repositoryWith, saidOf, TICKET } from './onDisk.ts';

describe('docket.yml', () => {
  test.each<[string, string | Uint8Array]>([
    ['broken', 'docket: 1\npeople: [\n'],
    ['a list', '- docket\n'],
    ['a word', 'docket\n'],
    ['bytes', new Uint8Array([0, 1, 2, 255, 254])],
    [
      'GB18030',
      Buffer.concat([
        Buffer.from('docket: 1\nproject: { name: '),
        Buffer.from([0xb5, 0xc7, 0xc2, 0xbc]),
        Buffer.from(' }\n'),
      ]),
    ],
    ['UTF-16', Buffer.from('\uFEFFdocket: 1\n', 'utf16le')],
    ['with aliases', 'docket: 1\na: &x [1]\nb: *x\n'],
    [
      'of wrong types',
      'docket: [1]\nproject: 1\nsystems: 7\ncode: x\ndocuments: { include: { a: 1 } }\nrules: []\ncalendar: "x"\nsla: []\npeople: {}\ngit: 1\nkpi: a\nduties: 3\n',
    ],
    ['with a kind that is none', 'docket: 1\nextends: docket:nonsense\n'],
    [
      'with patterns that are none',
      'docket: 1\ndocuments: { include: ["[", "**/(", "!("] }\ncode: [{ kind: program, include: ["{a,", "+(("] }]\n',
    ],
  ])('%s: told on it, and the documents are checked', (_name, config) => {
    const run = check(repositoryWith({ 'docket.yml': config, [TICKET]: GOOD }));
    expect(run.code).toBe(1);
    expect(saidOf(run, 'docket.yml')).not.toBe('');
  });

  test.each<[string, string]>([
    ['broken', 'docket: 1\npeople: [\n'],
    ['with aliases', 'docket: 1\na: &x [1]\nb: *x\n'],
    ['of wrong types', 'docket: 1\nsystems: 7\nproject: 1\n'],
  ])('%s: it is said that it cannot be read', (_name, config) => {
    expect(saidOf(check(repositoryWith({ 'docket.yml': config })), 'docket.yml')).toMatch(/config\/readable/);
  });

  test('empty: everything has its default', () => {
    expect(saidOf(check(repositoryWith({ 'docket.yml': '', [TICKET]: GOOD })), TICKET)).not.toBe('');
  });

  test('missing: one line that says what to do', () => {
    const run = check(repositoryWith({ [TICKET]: GOOD }));
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/docket init/);
  });

  test('only in a folder below: one line', () => {
    expect(check(repositoryWith({ 'sub/docket.yml': CONFIG, [TICKET]: GOOD })).code).toBe(2);
  });

  test('in a folder above: that one is the project', () => {
    const above = repositoryWith({ 'docket.yml': CONFIG, [TICKET]: GOOD });
    const run = check(path.join(above, 'records/ticket'));
    expect(run.code).toBe(1);
    expect(saidOf(run, TICKET)).not.toBe('');
  });

  test('in a folder of a repository: the project is that folder', () => {
    const folder = repositoryWith({ 'app/docket.yml': CONFIG, [`app/${TICKET}`]: GOOD, 'other.md': '# x\n\nTODO\n' });
    const run = check(path.join(folder, 'app'));
    expect(saidOf(run, TICKET)).not.toBe('');
    expect(run.findings.every(({ path: file }) => file === null || !file.includes('other'))).toBe(true);
  });

  test('a folder of that name is no configuration', () => {
    const folder = folderWith({ 'docket.yml/readme.txt': 'x' });
    expect(check(folder).code).toBe(2);
    const below = folderWith({ 'docket.yml': CONFIG, [`app/${TICKET}`]: GOOD });
    mkdirSync(path.join(below, 'app/docket.yml'));
    expect(check(path.join(below, 'app')).code).toBe(1);
  });

  test.each<[string, (folder: string) => string]>([
    ['that leads nowhere', () => 'nowhere.yml'],
    ['to itself', () => 'docket.yml'],
    ['out of the project', () => path.join(folderWith({ 'other.yml': CONFIG }), 'other.yml')],
  ])('a link %s: one line that names it', (_name, target) => {
    const folder = repositoryWith({ [TICKET]: GOOD });
    symlinkSync(target(folder), path.join(folder, 'docket.yml'));
    const run = check(folder);
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/docket\.yml/);
  });

  test('ignored by git: it counts all the same', () => {
    const folder = repositoryWith({ '.gitignore': 'docket.yml\n', [TICKET]: GOOD });
    put(folder, { 'docket.yml': 'docket: 1\nlanguage: en\n' });
    expect(saidOf(check(folder), TICKET)).toMatch(/has no/);
    put(folder, { 'docket.yml': 'docket: 1\nlanguage: zh-CN\n' });
    expect(saidOf(check(folder), TICKET)).toMatch(/缺少|没有/);
  });

  test('a kind of the project that is broken leaves the others in force', () => {
    const folder = repositoryWith({ 'docket.yml': CONFIG, [TICKET]: GOOD });
    const without = check(folder);
    mkdirSync(path.join(folder, 'docket/kinds'), { recursive: true });
    for (const [n, text] of ['kind: [', '- a', 'kind: x\nfields: 3\nstates: []\nsections: x\n'].entries()) {
      writeFileSync(path.join(folder, `docket/kinds/k${n}.yml`), text);
      expect(saidOf(check(folder), TICKET)).toBe(saidOf(without, TICKET));
    }
  });
});
