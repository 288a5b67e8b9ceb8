import type { DataFix } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const SJ = 'records/data-fix/2026/SJ-2026-001.md';

export const causeRequired = entryRule<DataFix>({
  id: 'data-fix/cause-required',
  says: { zh: '异常数据处理单写明异常原因。', en: 'A data fix form states what caused the wrong data.' },
  why: {
    zh: '合同只允许处理业务办理错误或程序缺陷产生的异常数据；原因不同，后续要改的是程序还是办理流程也不同。',
    en: 'The contract covers data damaged by business errors or program defects; the cause decides whether the program or the procedure has to change.',
  },
  clauses: ['C3.1.5-01'],
  severity: 'error',
  kinds: ['data-fix'],
  examples: [
    { bad: { [SJ]: '---\nstatus: «requested»\n---\n# 证照重号\n' }, message: 'SJ-2026-001 缺少“异常原因”（cause）。' },
    { good: { [SJ]: '---\nstatus: requested\ncause: 程序缺陷\n---\n# 证照重号\n' } },
  ],
  check: page => unmetFor('data-fix/cause-required', page),
});
