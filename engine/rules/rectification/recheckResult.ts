import type { Rectification } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const ZG = 'records/rectification/2026/ZG-2026-001.md';
const sheet = (more: string, status = 'closed') =>
  `---\nid: ZG-2026-001\nstatus: ${status}\n${more}---\n# 整改\n\n## 复验意见\n\n两项均已整改，复验合格。\n`;

export const recheckResult = entryRule<Rectification>({
  id: 'rectification/recheck-result',
  says: {
    zh: '整改经采购人复验并写明结论。',
    en: 'The purchaser checks a rectification again, and the record states the result.',
  },
  why: {
    zh: '整改后仍不合格的，采购人有权解除合同；复验结论是双方的依据。',
    en: 'If the re-check fails, the purchaser may end the contract; both sides rely on its result.',
  },
  clauses: ['C6-8c'],
  severity: 'error',
  kinds: ['rectification'],
  examples: [
    {
      bad: { [ZG]: sheet('').replace('id: ZG-2026-001', 'id: «ZG-2026-001»') },
      message: 'ZG-2026-001 缺少“复验结论”（conclusion）：状态已到“复验通过”。',
    },
    {
      bad: { [ZG]: sheet('conclusion: «fail»\n') },
      message: 'ZG-2026-001 状态为已关闭，复验结论却是不通过；请核对结论或状态。',
    },
    { good: { [ZG]: sheet('conclusion: pass\n') } },
    { good: { [ZG]: sheet('', 'done') } },
  ],

  *check(page) {
    yield* unmetFor('rectification/recheck-result', page);
    const { id, broken, status } = page.entry;
    if (broken || page.data.conclusion !== 'fail' || !page.reached('rechecked_pass')) return;
    const label = page.kind.states.get(status ?? '')?.label ?? { zh: '', en: '' };
    yield {
      at: page.at('/conclusion'),
      id,
      say: {
        zh: `${id} 状态为${label.zh}，复验结论却是不通过；请核对结论或状态。`,
        en: `The state of ${id} is ${label.en} but its re-check is failed: correct one of them.`,
      },
    };
  },
});
