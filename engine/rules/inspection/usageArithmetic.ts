import { disagreementsFor } from '../disagreements.ts';
import { entryRule } from '../rule.ts';

const measured = (usage: string) =>
  `---\nstatus: completed\n---\n# 巡检\n\n## 软件应用环境\n\n| 服务器 | 存储卷 | 总量(GB) | 已用(GB) | 使用率(%) |\n|---|---|---|---|---|\n| app01 | /data | 300 | 175.5 | ${usage} |\n`;
const XJ = 'records/inspection/2026/XJ-2026-W21.md';

export const usageArithmetic = entryRule({
  id: 'inspection/usage-arithmetic',
  says: {
    zh: '使用率与总量、已用相符（误差不超过 1 个百分点）。',
    en: 'A usage agrees with the total and the used amount, within one percentage point.',
  },
  why: {
    zh: '使用率抄错，预警就会漏报或误报；不填则自动计算。',
    en: 'A wrongly copied usage hides a warning or raises a false one. When it is left out, Docket computes it.',
  },
  basis: 'practice',
  severity: 'warning',
  kinds: ['inspection'],
  examples: [
    { bad: { [XJ]: measured('«48.5»') }, message: 'XJ-2026-W21 的“使用率(%)”写作 48.5，按文档其他内容应为 58.5。' },
    { good: { [XJ]: measured('59') } },
    { good: { [XJ]: measured('') } },
  ],

  check: (page, settings) => disagreementsFor('inspection/usage-arithmetic', page, settings),
});
