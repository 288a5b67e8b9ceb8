import type { TestReport } from '../../../docs-schema/generated/types.ts';
import { disagreementsFor } from '../disagreements.ts';
import { entryRule } from '../rule.ts';

const CS = 'docs/test/CS-2026-002.md';
const CASES =
  '| 用例 | 用例名称 | 结果 |\n|---|---|---|\n| TC-REV-012 | 黄色预警 | 通过 |\n| TC-REV-013 | 红色预警 | 不通过 |\n';
const report = (totals: string) => `---\nstatus: approved\n${totals}---\n# 测试报告\n\n## 测试项\n\n${CASES}`;

export const summaryMatch = entryRule<TestReport>({
  id: 'test/summary-match',
  says: {
    zh: '测试报告的用例统计与用例表一致。',
    en: 'The totals of a test report equal those of its table of cases.',
  },
  why: {
    zh: '结论看的是统计数；统计与用例对不上，结论就不可信。',
    en: 'The conclusion is based on the totals; when they differ from the cases it cannot be trusted.',
  },
  basis: 'practice',
  severity: 'error',
  kinds: ['test-report'],
  examples: [
    {
      bad: { [CS]: report('totals:\n  «planned: 2\n  passed: 2\n  failed: 0»\n') },
      message:
        'CS-2026-002 的“用例统计”写作 计划 2、通过 2、不通过 0，按文档其他内容应为 计划 2、执行 2、通过 1、不通过 1、阻塞 0。',
    },
    { good: { [CS]: report('totals: { planned: 2, executed: 2, passed: 1, failed: 1, blocked: 0 }\n') } },
    { good: { [CS]: report('') } },
  ],
  check: (page, settings) => disagreementsFor('test/summary-match', page, settings),
});
