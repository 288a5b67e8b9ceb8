import { expect, it, test } from 'vitest';
import { idsIn } from '../../engine/model/read/references.ts';
import { open } from '../inMemory.ts';

it.each([
  ['QR-2026-001（§2）、XQ-2026-0001。', ['QR-2026-001', 'XQ-2026-0001']],
  ['见 [[WX-2026-0003]] 及 ZZGL-SRS@V1.3.', ['WX-2026-0003', 'ZZGL-SRS']],
  ['Closed with BG-2026-0001.', ['BG-2026-0001']],
  ['系统升级（无编号）', []],
])('identifiers in “%s”', (text, ids) => {
  expect(idsIn(text)).toEqual(ids);
});

test('a text that says a relation links to every identifier in it', () => {
  const obligations =
    '---\ntype: obligations\nstatus: registered\n---\n# 履约\n\n| 编号 | 原文 | 证据 |\n|---|---|---|\n| C4.5-02 | 写明原因 | YB-2026-05、WX-2026-0001 的原因分析 |\n';
  const srs =
    '---\ntype: srs\nstatus: draft\n---\n# 需求\n\n### REQ-REV-001 超期预警\n\n- 来源：QR-2026-001，XQ-2026-0001 提出\n';
  const project = open({ 'contract/obligations-tender.md': obligations, 'docs/ZZGL-SRS.md': srs }).analysis().project();
  expect(project.linksFrom('C4.5-02').map(({ relation, target }) => [relation, target])).toEqual([
    ['proves', 'YB-2026-05'],
    ['proves', 'WX-2026-0001'],
  ]);
  expect(project.linksFrom('REQ-REV-001').map(({ relation, target }) => [relation, target])).toEqual([
    ['derives', 'QR-2026-001'],
    ['derives', 'XQ-2026-0001'],
  ]);
});
