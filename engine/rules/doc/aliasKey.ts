import { entryRule } from '../rule.ts';
import { keyPlaceOf } from '../../model/place.ts';

export const aliasKey = entryRule({
  id: 'doc/alias-key',
  says: { zh: '字段名用标准英文键。', en: 'Field names are the standard English keys.' },
  why: {
    zh: '中文名称和别名都能读；全项目统一用标准键，查找、比较和其他工具才方便。',
    en: 'Docket also reads labels and aliases; one spelling in the whole project is easier to search, compare and process.',
  },
  basis: 'practice',
  severity: 'info',
  examples: [
    {
      bad: { 'records/ticket/2026/WX-2026-0001.md': '---\n«状态»: 已登记\n---\n# 登录失败\n' },
      message: '“状态”的标准键是 status。',
    },
    { good: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: registered\n---\n# 登录失败\n' } },
  ],

  *check(page) {
    if (page.entry.broken) return;
    for (const { code, pointer, name, key } of page.normalised.notes) {
      if (code !== 'alias' || key === undefined) continue;
      const at = keyPlaceOf(page.at(pointer));
      const title = { zh: `改名为 ${key}`, en: `Rename to ${key}` };
      yield {
        at,
        id: page.entry.id,
        say: { zh: `“${name}”的标准键是 ${key}。`, en: `The standard key of “${name}” is ${key}.` },
        fixes: [{ title, safe: true, edits: [{ do: 'rename-key', at, to: key }] }],
      };
    }
  },
});
