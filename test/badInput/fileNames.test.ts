/** File names no person would choose, on the disk and through git. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, commit, CONFIG, folderWith, GOOD, put, repositoryWith, saidOf, TICKET } from './onDisk.ts';

const BROKEN = '# 一\n\n[[WX-2026-0999]]\n';

const NAMES = [
  'docs/两 个 空格.md',
  'docs/ leading.md',
  'docs/new\nline.md',
  'docs/tab\tin.md',
  'docs/"quotes".md',
  "docs/it's.md",
  'docs/$(touch x);`y`.md',
  'docs/*.md',
  'docs/[a].md',
  'docs/{a,b}.md',
  'docs/!no.md',
  'docs/#a.md',
  'docs/%41.md',
  'docs/a?b=c.md',
  'docs/\u001b[31mred.md',
  'docs/e\u0301.md',
  'docs/é.md',
  'docs/😀.md',
  'docs/__proto__.md',
  'docs/constructor/toString.md',
  '-rf.md',
  '--format.md',
  'docs/-x/--y.md',
  'docs/.md',
  'docs/a.MD',
  'docs/a.md.md',
];

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('names', () => {
  const files = Object.fromEntries(NAMES.map(name => [name, BROKEN]));
  const expected = NAMES.filter(name => name.endsWith('.md') && name !== 'docs/.md');

  test.each<[string, () => string]>([
    ['committed', () => repositoryWith({ 'docket.yml': CONFIG, ...files })],
    [
      'not committed',
      () => {
        const folder = repositoryWith({ 'docket.yml': CONFIG });
        put(folder, files);
        return folder;
      },
    ],
    ['without git', () => folderWith({ 'docket.yml': CONFIG, ...files })],
  ])('%s: each file is checked under its own name, twice the same', (_name, make) => {
    const folder = make();
    const run = check(folder);
    for (const name of expected)
      expect({ name, said: saidOf(run, name) }).toEqual({ name, said: expect.stringContaining('ref/broken') });
    expect(check(folder).out).toBe(run.out);
  });

  test.each(['sarif', 'junit', 'github', 'gitlab', 'checkstyle'])(
    '%s prints them without breaking its form',
    format => {
      const { out } = check(repositoryWith({ 'docket.yml': CONFIG, ...files }), { args: ['--format', format] });
      if (format === 'github') expect(out).not.toMatch(/^line\.md/m);
      if (format === 'sarif' || format === 'gitlab') expect(() => JSON.parse(out)).not.toThrow();
      // XML allows no such character.
      if (format === 'junit' || format === 'checkstyle') expect(out).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f]/);
    },
  );

  test('as arguments: a name that looks like an option comes after --', () => {
    const folder = repositoryWith({ 'docket.yml': CONFIG, '-rf.md': BROKEN, 'docs/a.md': BROKEN });
    const run = check(folder, { args: ['--', '-rf.md'] });
    expect(run.findings.map(finding => finding.path)).toEqual(['-rf.md']);
  });
});

onLinux('bytes that are no text', () => {
  const name = Buffer.concat([Buffer.from('docs/'), Buffer.from([0xb5, 0xc7, 0xff]), Buffer.from('.md')]);
  const withName = (folder: string) => {
    mkdirSync(path.join(folder, 'docs'), { recursive: true });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), BROKEN);
    return folder;
  };

  test.each<[string, () => string]>([
    ['without git', () => withName(folderWith({ 'docket.yml': CONFIG, [TICKET]: GOOD }))],
    ['not committed', () => withName(repositoryWith({ 'docket.yml': CONFIG, [TICKET]: GOOD }))],
    [
      'committed',
      () => {
        const folder = withName(repositoryWith({ 'docket.yml': CONFIG, [TICKET]: GOOD }));
        commit(folder);
        return folder;
      },
    ],
  ])('%s: the rest is checked', (_name, make) => {
    const folder = make();
    const run = check(folder);
    expect(saidOf(run, TICKET)).not.toBe('');
    expect(check(folder).out).toBe(run.out);
  });
});

onLinux('long paths', () => {
  const long = `${Array.from({ length: 15 }, () => '目'.repeat(65)).join('/')}/a.md`;

  test.each<[string, boolean]>([
    ['with git', true],
    ['without git', false],
  ])('3,000 bytes, %s', (_name, inGit) => {
    const folder = (inGit ? repositoryWith : folderWith)({ 'docket.yml': CONFIG, [long]: BROKEN });
    expect(Buffer.byteLength(long)).toBeGreaterThan(2_900);
    expect(saidOf(check(folder), long)).toContain('ref/broken');
  });

  test('longer than the system opens, named by a document: no such file', () => {
    const ticket = GOOD.replace('status:', `x-evidence: ${'a/'.repeat(4_000)}x.pdf\nstatus:`);
    const run = check(
      repositoryWith({ 'docket.yml': CONFIG, [TICKET]: `${ticket}\n[x](${'b/'.repeat(4_000)}y.md)\n` }),
    );
    expect(run.code).toBe(1);
  });
});
