/** Broken and hostile documents: each ends in a finding at its place, none in an exception, and quickly. */
import { describe, expect, test } from 'vitest';
import { open, type Texts } from '../inMemory.ts';

const PATH = 'records/ticket/2026/WX-2026-0001.md';
const GOOD = '---\nid: WX-2026-0001\ntype: ticket\nstatus: registered\n---\n# 登录失败\n\n## 问题描述\n\n无法登录。\n';

function findings(text: string | Uint8Array, more: Texts = {}) {
  return open({ 'docket.yml': 'docket: 1\n', [PATH]: text, ...more })
    .analysis()
    .findings({ scope: 'project', beyondBaseline: false });
}

function rulesAt(text: string | Uint8Array, more: Texts = {}): readonly string[] {
  return [
    ...new Set(
      findings(text, more)
        .filter(({ at }) => at.path === PATH)
        .map(({ rule }) => rule),
    ),
  ];
}

/** GB18030 of a few words, since no encoder for it is at hand. */
const GB18030 = new Uint8Array([0x23, 0x20, 0xb5, 0xc7, 0xc2, 0xbc, 0xca, 0xa7, 0xb0, 0xdc, 0x0a]);

describe('bytes', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  test.each<[string, string | Uint8Array, RegExp]>([
    ['GB18030', GB18030, /GB18030/],
    ['neither UTF-8 nor Chinese', new Uint8Array([0x23, 0x20, 0xff, 0xc0, 0x80, 0x0a]), /UTF-8/],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x23, 0x00, 0x20, 0x00]), /UTF-16/],
    ['NUL', bytes(`${GOOD}\0`), /NUL/],
    [
      'conflict markers',
      GOOD.replace('status: registered', '<<<<<<< HEAD\nstatus: registered\n=======\nstatus: closed\n>>>>>>> b'),
      /冲突/,
    ],
  ])('%s', (_name, text, message) => {
    const found = findings(text).filter(({ rule }) => rule === 'doc/readable');
    expect(found.map(finding => finding.message.zh).join(' ')).toMatch(message);
  });

  test('BOM is a warning of its own, which a fix takes away', () => {
    expect(rulesAt(bytes(`\uFEFF${GOOD}`))).toContain('doc/byte-order-mark');
  });

  test('CRLF reads like LF', () => {
    expect(rulesAt(GOOD.replaceAll('\n', '\r\n'))).toEqual(rulesAt(GOOD));
  });
});

describe('frontmatter', () => {
  const front = (yaml: string) => `---\n${yaml}\n---\n# 登录失败\n\n## 问题描述\n\n无法登录。\n`;
  test.each<[string, string]>([
    ['aliases', front('status: registered\na: &x [1]\nb: *x')],
    [
      'an alias bomb',
      front(
        `status: registered\na0: &a0 x\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`).join('\n')}`,
      ),
    ],
    ['depth', front(`status: registered\nx: ${'['.repeat(5_000)}`)],
    ['depth of maps', front(`x: ${'{a: '.repeat(2_000)}1${'}'.repeat(2_000)}`)],
    ['tabs', front('status: registered\nreporter:\n\torg: x')],
    ['no end', '---\nstatus: registered\n# 登录失败\n'],
    ['---js', '---js\nmodule.exports = process.exit(1)\n---\n# x\n'],
    ['a list', front('- a\n- b')],
    ['200 KB', front(`x: ${'y'.repeat(200_000)}`)],
  ])('%s', (_name, text) => {
    expect(rulesAt(text)).toContain('doc/readable');
  });

  test('a key twice, a tag that runs code elsewhere: findings, and the first value counts', () => {
    expect(rulesAt(front('status: registered\nstatus: closed'))).toContain('doc/duplicate-key');
    expect(rulesAt(front('status: !!js/function "function(){}"'))).toContain('doc/schema');
  });

  test('a broken block leaves the id known to others', () => {
    const other = {
      'records/ticket/2026/WX-2026-0002.md':
        '---\nstatus: registered\n---\n# 二\n\n## 问题描述\n\n同 [[WX-2026-0001]]。\n',
    };
    const all = findings('---\nid: WX-2026-0001\nstatus: [registered\n---\n# 一\n', other);
    expect(all.filter(({ rule }) => rule === 'ref/broken')).toEqual([]);
    expect(all.filter(({ at }) => at.path === PATH).map(({ rule }) => rule)).toEqual(['doc/readable']);
  });

  test.each(['__proto__', 'constructor', 'toString'])('a field named %s is an unknown field', name => {
    expect(rulesAt(GOOD.replace('status:', `${name}: { polluted: true }\nstatus:`))).toContain('doc/unknown-field');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('size and shape', () => {
  const quickly = (text: string) => {
    const start = process.cpuUsage();
    findings(text);
    return process.cpuUsage(start).user / 1e6;
  };
  test.each<[string, string]>([
    ['50,000 brackets', `${GOOD}${'['.repeat(50_000)}`],
    ['20,000 quotes', `${GOOD}${'>'.repeat(20_000)} x`],
    ['5,000 nested lists', `${GOOD}${Array.from({ length: 2_000 }, (_, n) => `${' '.repeat(n * 2)}- x`).join('\n')}`],
    ['30,000 headings', `${GOOD}${'\n## x\n'.repeat(30_000)}`],
    ['a table of 20,000 rows', `${GOOD}\n| 时间 | 内容 |\n|---|---|\n${'| a | b |\n'.repeat(20_000)}`],
    ['20,000 mentions', `${GOOD}\n${'[[WX-2026-0001]] WX-2026-0001 '.repeat(20_000)}`],
    ['a line of 2 MB', `${GOOD}\n${'登'.repeat(700_000)}`],
    ['open embeds', `${GOOD}\n${'![['.repeat(50_000)}`],
  ])('%s', (_name, text) => {
    // Not a measure of speed: a guard against work that grows with the square of the input.
    expect(quickly(text)).toBeLessThan(20);
  });

  test('a file that is too large is named, not read', () => {
    const session = open({ 'docket.yml': 'docket: 1\n' });
    const path = PATH as never;
    session.apply([{ path, content: { state: 'too-large', size: 52_000_000 } }]);
    expect(
      session
        .analysis()
        .findings({ path, scope: 'project', beyondBaseline: false })
        .map(({ message }) => message.zh)
        .join(),
    ).toMatch(/52 MB/);
  });

  test('a file that cannot be read says why', () => {
    const session = open({ 'docket.yml': 'docket: 1\n' });
    const path = PATH as never;
    session.apply([{ path, content: { state: 'unreadable', reason: 'permission denied' } }]);
    expect(
      session
        .analysis()
        .findings({ path, scope: 'project', beyondBaseline: false })
        .map(({ message }) => message.zh)
        .join(),
    ).toMatch(/permission denied/);
  });
});

describe('identifiers and circles', () => {
  test('two documents with one id: the second is told, the first keeps it', () => {
    const twice = findings(GOOD, { 'records/ticket/2026/WX-2026-0001-again.md': GOOD });
    expect(twice.filter(({ rule }) => rule === 'id/duplicate').map(({ at }) => at.path)).toHaveLength(1);
  });

  test.each<[string, Texts]>([
    [
      'embeds',
      {
        [PATH]: `${GOOD}\n![[WX-2026-0002]]\n`,
        'records/ticket/2026/WX-2026-0002.md': `${GOOD.replaceAll('0001', '0002')}\n![[WX-2026-0001]]\n`,
      },
    ],
    ['an embed of itself', { [PATH]: `${GOOD}\n![[WX-2026-0001]]\n` }],
    [
      'duplicates of each other',
      {
        [PATH]: GOOD.replace('registered', 'duplicate\nduplicate_of: WX-2026-0002'),
        'records/ticket/2026/WX-2026-0002.md': GOOD.replaceAll('0001', '0002').replace(
          'registered',
          'duplicate\nduplicate_of: WX-2026-0001',
        ),
      },
    ],
  ])('a circle of %s ends in a finding', (_name, files) => {
    const found = open({ 'docket.yml': 'docket: 1\n', ...files })
      .analysis()
      .findings({ scope: 'project', beyondBaseline: false })
      .map(({ rule }) => rule);
    expect(found.some(rule => rule === 'ref/embed-cycle' || rule === 'ticket/duplicate-target')).toBe(true);
    expect(found).not.toContain('docket/rule-failed');
  });

  test('every link of every relation in a circle: no rule fails', () => {
    const ids = ['WX-2026-0001', 'WX-2026-0002'];
    const links = ['requirement', 'change', 'data_fix', 'incident', 'service_order', 'deployment', 'inspection']
      .map(name => `  ${name}: [${ids.join(', ')}]`)
      .join('\n');
    const files = Object.fromEntries(
      ids.map(id => [`records/ticket/2026/${id}.md`, `---\nstatus: closed\nlinks:\n${links}\n---\n# x\n`]),
    );
    expect(
      open(files)
        .analysis()
        .findings({ scope: 'project', beyondBaseline: false })
        .map(({ rule }) => rule),
    ).not.toContain('docket/rule-failed');
  });
});
