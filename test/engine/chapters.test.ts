/** A document in chapters: its sections and items are those of all of them. */
import { expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { open } from '../inMemory.ts';

const MAIN = 'docs/ZZGL-HLD.md';
const files = {
  [MAIN]:
    '---\nid: ZZGL-HLD\ntype: hld\nstatus: draft\ntemplate_profile: gb8567-1988\n---\n# 概要设计\n\n## 引言\n\n说明。\n',
  'docs/hld/interface.md':
    '---\npart_of: ZZGL-HLD\norder: 3\n---\n# 接口设计\n\n### HD-REV-03 提醒\n\n- 满足：REQ-REV-012\n\n提醒子系统。\n',
};

function missing(texts: Readonly<Record<string, string>>): readonly string[] {
  const findings = open(texts)
    .analysis()
    .findings({ path: asPath(MAIN), scope: 'project', beyondBaseline: false });
  return findings.filter(({ rule }) => rule === 'doc/section-required').map(({ message }) => message.zh);
}

test('a chapter brings a section its document lacks', () => {
  const { [MAIN]: alone } = files;
  expect(missing({ [MAIN]: alone }).some(message => message.includes('接口设计'))).toBe(true);
  expect(missing(files).some(message => message.includes('接口设计'))).toBe(false);
  expect(missing(files).length).toBe(missing({ [MAIN]: alone }).length - 1);
});

test('items of a chapter belong to its document, and links to them hold', () => {
  const session = open({
    ...files,
    'docs/ZZGL-SRS.md':
      '---\nid: ZZGL-SRS\ntype: srs\nstatus: draft\n---\n# 需求\n\n### REQ-REV-012 预警\n\n参见 [[HD-REV-03]]。\n',
  });
  const [item] = session.analysis().project().items('design-element');
  expect(item).toMatchObject({ id: 'HD-REV-03', document: 'ZZGL-HLD', path: 'docs/hld/interface.md' });
  expect(
    session
      .analysis()
      .findings({ scope: 'project', beyondBaseline: false })
      .filter(({ rule }) => rule === 'ref/broken'),
  ).toEqual([]);
});

test('a chapter that goes leaves its section missing again', () => {
  const session = open(files);
  session.analysis().findings({ scope: 'project', beyondBaseline: false });
  session.apply([{ path: asPath('docs/hld/interface.md'), content: { state: 'absent' } }]);
  expect(
    session
      .analysis()
      .findings({ path: asPath(MAIN), scope: 'project', beyondBaseline: false })
      .some(({ message }) => message.zh.includes('接口设计')),
  ).toBe(true);
});
