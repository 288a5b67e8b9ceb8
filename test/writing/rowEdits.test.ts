/** Values and sections written to one row of a journal. */
import { describe, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { planOfFix } from '../../engine/features/fixes.ts';
import { atKey, atSection, atValue } from '../../engine/model/place.ts';
import type { FixEdit } from '../../engine/rules/rule.ts';
import { open } from '../inMemory.ts';

const path = asPath('records/deployment/2026/WX-2026-05.md');

function fixed(table: string, edit: FixEdit): string {
  const text = `---\ntype: journal\nof: deployment\n---\n# 部署\n\n${table}\n\n后文 | 不动\n`;
  const [file] = planOfFix(open({ [path]: text }).cache.get, {
    title: { zh: '', en: '' },
    safe: true,
    edits: [edit],
  }).plan;
  const after = String(file?.after ?? text);
  const head = text.slice(0, text.indexOf(table));
  expect(after.startsWith(head) && after.endsWith('\n\n后文 | 不动\n')).toBe(true);
  return after.slice(head.length, -'\n\n后文 | 不动\n'.length);
}

const set = (pointer: string, value: unknown, row = 0): FixEdit => ({
  do: 'set',
  at: atValue(path, pointer, row),
  value,
});

describe('a row', () => {
  const id = 'BS-2026-001';
  test.each<[string, string, FixEdit, string]>([
    [
      'gets the label of a value',
      `| 编号 | 部署结果 |\n|---|---|\n| ${id} | 成功 |`,
      set('/result', 'rolled_back'),
      `| 编号 | 部署结果 |\n|---|---|\n| ${id} | 已回退 |`,
    ],
    [
      'gets the key where the table holds keys',
      `| id | result |\n|---|---|\n| ${id} | success |`,
      set('/result', 'rolled_back'),
      `| id | result |\n|---|---|\n| ${id} | rolled_back |`,
    ],
    [
      'gets a column, empty for the others',
      `| 编号 |\n|---|\n| ${id} |\n| BS-2026-002 |`,
      set('/result', 'rolled_back', 1),
      `| 编号 | 部署结果 |\n|---|---|\n| ${id} | |\n| BS-2026-002 | 已回退 |`.replace('|---|---|', '|---| --- |'),
    ],
    [
      'is filled up',
      `| 编号 | 状态 | 部署结果 |\n|---|---|---|\n| ${id} |`,
      set('/result', 'success'),
      `| 编号 | 状态 | 部署结果 |\n|---|---|---|\n| ${id} | | 成功 |`,
    ],
    [
      'finds its column in any order',
      `| 部署结果 | 编号 |\n|---|---|\n| | ${id} |`,
      set('/result', 'success'),
      `| 部署结果 | 编号 |\n|---|---|\n| 成功 | ${id} |`,
    ],
    [
      'keeps the width of a column',
      `| 编号        | 部署结果 |\n|-------------|----------|\n| ${id} | 已回退   |`,
      set('/result', 'success'),
      `| 编号        | 部署结果 |\n|-------------|----------|\n| ${id} | 成功     |`,
    ],
    [
      'without outer bars',
      `编号 | 部署结果\n---|---\n${id} | 成功`,
      set('/result', 'rolled_back'),
      `编号 | 部署结果\n---|---\n${id} | 已回退 `,
    ],
    [
      'holds a bar and a line break',
      `| 编号 | 标题 |\n|---|---|\n| ${id} | a \\| b |`,
      set('/title', 'c|d\ne'),
      `| 编号 | 标题 |\n|---|---|\n| ${id} | c\\|d<br>e |`,
    ],
    [
      'of two columns for one field is left alone',
      `| 编号 | 部署结果 | result |\n|---|---|---|\n| ${id} | 成功 | 成功 |`,
      set('/result', 'rolled_back'),
      `| 编号 | 部署结果 | result |\n|---|---|---|\n| ${id} | 成功 | 成功 |`,
    ],
    [
      'that is not there is left alone',
      `| 编号 |\n|---|\n| ${id} |`,
      set('/result', 'success', 7),
      `| 编号 |\n|---|\n| ${id} |`,
    ],
    [
      'keeps the name of a column',
      `| 编号 | 结果x |\n|---|---|\n| ${id} | y |`,
      { do: 'rename-key', at: atKey(path, '/result', 0), to: 'result' },
      `| 编号 | 结果x |\n|---|---|\n| ${id} | y |`,
    ],
    [
      'gets a section',
      `| 编号 | 回退情况 |\n|---|---|\n| ${id} | |`,
      { do: 'add-section', at: atSection(path, 'rollback', 0), text: '已恢复。' },
      `| 编号 | 回退情况 |\n|---|---|\n| ${id} | 已恢复。 |`,
    ],
  ])('%s', (_what, before, edit, after) => {
    expect(fixed(before, edit)).toBe(after);
  });
});
