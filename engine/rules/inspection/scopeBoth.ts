import type { Inspection } from '../../../docs-schema/generated/types.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const table = (section: string, target: string) =>
  `## ${section}\n\n| 检查对象 | 检查项 | 结果 |\n|---|---|---|\n| ${target} | 进程 | 正常 |\n\n`;
const done = (body: string) => `---\nstatus: completed\nkind: weekly\n---\n# 巡检\n\n${body}`;
const XJ = 'records/inspection/2026/XJ-2026-W21.md';

export const scopeBoth = entryRule<Inspection>({
  id: 'inspection/scope-both',
  says: {
    zh: '巡检记录包括软件运行情况和软件应用环境两部分。',
    en: 'An inspection covers both the software and its environment.',
  },
  why: {
    zh: '合同约定巡检包括软件运行情况及软件应用环境；只查一半，另一半出的问题就没有人看。',
    en: 'The contract requires both to be inspected; problems in the part that is left out stay unseen.',
  },
  clauses: ['C3.1.1-03'],
  severity: 'error',
  kinds: ['inspection'],
  examples: [
    {
      bad: {
        [XJ]: done(
          table('软件运行情况', 'ZZGL').replace('| 检查对象 | 检查项 | 结果 |', '| «检查对象 | 检查项 | 结果» |'),
        ),
      },
      message: 'XJ-2026-W21 没有“软件应用环境”的检查项；请补充该部分的检查结果。',
    },
    {
      bad: { [XJ]: '---\nstatus: «completed»\nkind: weekly\n---\n# 巡检\n' },
      message: 'XJ-2026-W21 缺少“检查项”（items）：状态已到“已完成”。',
    },
    { good: { [XJ]: done(table('软件运行情况', 'ZZGL') + table('软件应用环境', 'db01')) } },
    { good: { [XJ]: done(table('软件应用环境', 'db01')).replace('weekly', 'special') } },
    { good: { [XJ]: '---\nstatus: draft\nkind: weekly\n---\n# 巡检\n' } },
  ],

  *check(page) {
    yield* unmetFor('inspection/scope-both', page);
    const items = rowsIn(page.data.items);
    if (items.length === 0 || page.data.kind === 'special' || !page.reached('completed')) return;
    const { id } = page.entry;
    for (const { group, zh, en } of PARTS) {
      if (items.some(item => item.group === group)) continue;
      const say = {
        zh: `${id} 没有“${zh}”的检查项；请补充该部分的检查结果。`,
        en: `${id} has no items about the ${en}: add what was checked there.`,
      };
      yield { at: page.at('/items'), id, say };
    }
  },
});

const PARTS = [
  { group: 'app', zh: '软件运行情况', en: 'software' },
  { group: 'env', zh: '软件应用环境', en: 'environment' },
];
