import type { BackgroundCheck } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const SC = 'people/background-check/SC-007.md';
const check = (rows: string) =>
  `---\nstatus: submitted\nperson: RY-007\n---\n# 审查\n\n## 审查材料\n\n| 材料 | 存档号 | 已收 |\n|---|---|---|\n${rows}`;

export const materials = entryRule<BackgroundCheck>({
  id: 'background/materials',
  says: {
    zh: '背景审查材料逐项登记存档号并已收齐。',
    en: 'Every paper of a background check has an archive number and has been received.',
  },
  why: {
    zh: '合同要求按要求提交相关材料；材料不放进版本库，单据只记档号；没有档号就查不到材料。',
    en: 'The contract requires these papers; the record holds only their archive numbers, so a paper without a number cannot be found.',
  },
  clauses: ['C4.9-03'],
  severity: 'warning',
  kinds: ['background-check'],
  examples: [
    { bad: { [SC]: check('| 学历证明 | 人事柜-3 | «否» |\n') }, message: 'SC-007 的材料“学历证明”尚未收到。' },
    {
      bad: { [SC]: '---\nid: «SC-007»\nstatus: submitted\nperson: RY-007\n---\n# 审查\n' },
      message: 'SC-007 缺少“审查材料”（materials）：状态已到“已报送”。',
    },
    { good: { [SC]: check('| 学历证明 | 人事柜-3 | 是 |\n') } },
    { good: { [SC]: '---\nstatus: pre_review\nperson: RY-007\n---\n# 审查\n' } },
  ],

  *check(page) {
    yield* unmetFor('background/materials', page);
    if (page.entry.broken || !page.reached('submitted')) return;
    const names = page.kind.fields.byKey.get('materials')?.of?.fields?.byKey.get('kind')?.enum?.values;
    for (const [n, { kind, received }] of (page.data.materials ?? []).entries()) {
      if (received !== false) continue;
      const name = names?.get(String(kind)) ?? { zh: String(kind), en: String(kind) };
      const { id } = page.entry;
      yield {
        at: page.at(`/materials/${n}/received`),
        id,
        say: { zh: `${id} 的材料“${name.zh}”尚未收到。`, en: `${name.en} of ${id} has not been received.` },
      };
    }
  },
});
