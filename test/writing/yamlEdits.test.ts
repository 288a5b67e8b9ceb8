/** What stays and what changes when one value of a frontmatter is written. */
import { describe, expect, test } from 'vitest';
import { compileFields } from '../../engine/model/kinds/compileFields.ts';
import { builtInCatalogueData } from '../../engine/model/kinds/builtInCatalogue.ts';
import { configFields } from '../../engine/model/config/projectConfig.ts';
import { frontmatterBlock, wholeBlock } from '../../engine/writing/yamlBlock.ts';
import { renameIn, setIn } from '../../engine/writing/yamlEdits.ts';

const fields = compileFields(
  {
    period: { zh: '期间', en: 'Period', type: 'text' },
    reporter: {
      zh: '报修人',
      en: 'Reporter',
      fields: { name: { zh: '姓名', en: 'Name' }, org: { zh: '单位', en: 'Unit' } },
    },
    tags: { zh: '标签', en: 'Tags', type: 'list' },
  } as never,
  builtInCatalogueData.enums,
);

function set(yaml: string, pointer: string, value: unknown): string | undefined {
  const text = `---\n${yaml}---\n# 标题\n`;
  const block = frontmatterBlock(text, fields);
  const edit = block && setIn(block, pointer, value);
  if (edit === undefined || 'refused' in edit) return undefined;
  const after = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
  expect(after.startsWith('---\n') && after.endsWith('---\n# 标题\n')).toBe(true);
  return after.slice(4, -'---\n# 标题\n'.length);
}

describe('a value that is written', () => {
  test.each<[string, string, string, unknown, string]>([
    ['under the name the user wrote', '期间: 2026-02 # 月\n', '/period', '2026-03', '期间: 2026-03 # 月\n'],
    ['in its double quotes', 'period: "2026-02"\n', '/period', '2026-03', 'period: "2026-03"\n'],
    ['in its single quotes', "period: '2026-02'\n", '/period', 'it’s', "period: 'it’s'\n"],
    ['behind a quoted key', '"期间": x\n', '/period', 'y', '"期间": y\n'],
    [
      'behind a key without a value, before its comment',
      'period: # 待填\na: 1\n',
      '/period',
      'y',
      'period: y # 待填\na: 1\n',
    ],
    [
      'in a map in braces',
      'reporter: {name: 张三} # 人\n',
      '/reporter/org',
      '市局',
      'reporter: {name: 张三, org: 市局} # 人\n',
    ],
    ['in empty braces', 'reporter: {}\n', '/reporter/org', '市局', 'reporter: { org: 市局 }\n'],
    [
      'in a map of a Chinese name',
      '报修人:\n  姓名: 张三\n\n# 尾\n',
      '/reporter/name',
      '李四',
      '报修人:\n  姓名: 李四\n\n# 尾\n',
    ],
    [
      'behind the last key, before what follows',
      '报修人:\n  姓名: 张三 # 科长\n# 间\na: 1\n',
      '/reporter/org',
      '市局',
      '报修人:\n  姓名: 张三 # 科长\n  org: 市局\n# 间\na: 1\n',
    ],
    ['in place of a text of several lines', 'period: |\n  一\n  二\na: 1\n', '/period', 'y', 'period: y\na: 1\n'],
    ['behind a text of several lines', 'a: |\n  一\n\n', '/period', 'y', 'a: |\n  一\n\nperiod: y\n'],
    ['in place of a list of lines', 'tags:\n  - a\n  - b\nx: 1\n', '/tags', ['c'], 'tags: [c]\nx: 1\n'],
    ['in an item of a list', 'tags:\n  - a # 一\n  - b\n', '/tags/1', 'c', 'tags:\n  - a # 一\n  - c\n'],
    ['in an empty frontmatter', '', '/period', 'y', 'period: y\n'],
    ['beside an anchor that no alias repeats', 'period: &p x\n', '/period', 'y', 'period: &p y\n'],
    ['in place of an alias', 'a: &p x\nperiod: *p\n', '/period', 'y', 'a: &p x\nperiod: y\n'],
    ['behind a merge key', 'b: &b { x: 1 }\nc:\n  <<: *b\n', '/c/y', 2, 'b: &b { x: 1 }\nc:\n  <<: *b\n  y: 2\n'],
    [
      'not at all when it is there',
      "period: '2026'\ntags: [ a,b ]\n",
      '/tags',
      ['a', 'b'],
      "period: '2026'\ntags: [ a,b ]\n",
    ],
    ['as text where it reads as a number', 'a: 1\n', '/period', '1.10', 'a: 1\nperiod: "1.10"\n'],
  ])('%s', (_what, before, pointer, value, after) => {
    expect(set(before, pointer, value)).toBe(after);
  });

  test.each<[string, string, string, unknown]>([
    ['in two languages', 'period: a\n期间: b\n', '/period', 'c'],
    ['twice', 'period: a\nperiod: b\n', '/period', 'c'],
    ['where an alias repeats it', 'period: &p x\na: *p\n', '/period', 'y'],
    ['below a text', 'reporter: 张三\n', '/reporter/org', '市局'],
    ['in a frontmatter that does not parse', 'a: [\nperiod: x\n', '/period', 'y'],
    ['over comments in a list', 'tags:\n  - a\n  # 说明\n  - b\n', '/tags', ['c']],
  ])('is refused %s', (_what, before, pointer, value) => {
    expect(set(before, pointer, value)).toBeUndefined();
  });

  test('keeps the mark and the line ends of Windows', () => {
    const text = '\uFEFF---\r\n期间: a # 月\r\nreporter:\r\n  name: 张三\r\n---\r\n# 标题\r\n';
    const edits = [
      ['/period', 'b'],
      ['/reporter/org', '市局'],
      ['/tags', ['x']],
    ] as const;
    const after = edits.reduce((now, [pointer, value]) => {
      const edit = setIn(frontmatterBlock(now, fields) as never, pointer, value);
      return 'refused' in edit ? '' : now.slice(0, edit.span.start) + edit.text + now.slice(edit.span.end);
    }, text);
    expect(after).toBe(
      '\uFEFF---\r\n期间: b # 月\r\nreporter:\r\n  name: 张三\r\n  org: 市局\r\ntags: [x]\r\n---\r\n# 标题\r\n',
    );
  });
});

test('a key of docket.yml gets another name', () => {
  const text = 'docket: 1\nproject:\n  contrat: C-1 # 合同\n';
  const edit = renameIn(wholeBlock(text, configFields), '/project/contrat', 'contract');
  expect(edit).toEqual({
    span: { start: text.indexOf('contrat'), end: text.indexOf(':', text.indexOf('contrat')) },
    text: 'contract',
  });
});
