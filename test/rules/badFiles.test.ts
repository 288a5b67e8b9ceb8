/** Files no example can show: bytes that are not UTF-8, secrets that must not leak. */
import { describe, expect, it, test } from 'vitest';
import { open } from '../inMemory.ts';

const PATH = 'records/ticket/2026/WX-2026-0001.md';

function findings(file: string | Uint8Array) {
  return open({ [PATH]: file })
    .analysis()
    .findings({ scope: 'project', beyondBaseline: false });
}

describe('encodings', () => {
  it.each([
    ['GB18030', [0xb5, 0xc7, 0xc2, 0xbc], /GB18030/],
    ['UTF-16', [0xff, 0xfe, 0x31, 0x00], /UTF-16/],
    ['noise', [0x80, 0x81, 0xfe, 0xff, 0x00], /UTF-8/],
    ['NUL', [0x23, 0x20, 0x00, 0x41], /NUL/],
  ])('%s is named, with the way out', (_name, bytes, words) => {
    const [found, ...others] = findings(new Uint8Array(bytes)).filter(({ rule }) => rule === 'doc/readable');
    expect(found?.message.zh).toMatch(words);
    expect(found?.message.en).toMatch(words);
    expect(others).toEqual([]);
  });
});

describe('secrets and numbers of persons', () => {
  const secrets = ['11010519491231002X', '13800138000', 'Zz9l!2025', 'ghp_0123456789abcdefghijABCDEFGHIJ012345'];
  const text = `---\nstatus: 11010519491231002X\nchannel: "13800138000"\ncreated: 13800138000\n---\n# 一\n\npassword=Zz9l!2025\n\n令牌 ghp_0123456789abcdefghijABCDEFGHIJ012345\n\n11010519491231002X 13800138000\n`;

  test('are found', () => {
    const rules = new Set(findings(text).map(({ rule }) => rule));
    expect([...rules]).toEqual(
      expect.arrayContaining(['privacy/id-number', 'privacy/phone-number', 'secret/credential', 'doc/schema']),
    );
  });

  test.each(secrets)('%s stands in no message and no fix', secret => {
    const said = findings(text)
      .map(({ message, fixes, related }) => JSON.stringify([message, fixes, related]))
      .join('\n');
    expect(said).not.toContain(secret);
  });
});

test('a file that cannot be parsed accuses nobody of missing fields', () => {
  const rules = findings('---\nstatus: [closed\nseverity: P9\n---\n# 一\n').map(({ rule }) => rule);
  expect(rules).toEqual(['doc/readable']);
});
