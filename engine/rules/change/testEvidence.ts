import type { ChangeApproval } from '../../../docs-schema/generated/types.ts';
import { namesIn } from '../../measure/facts/facts.ts';
import { placeOf } from '../../model/entry.ts';
import { linkedIds } from '../linked.ts';
import { crossRule } from '../rule.ts';

const BG = 'records/change-approval/2026/BG-2026-0005.md';
const change = (rest: string, kind = '[program]', status = 'approved') =>
  `---\nstatus: ${status}\nchange_kind: ${kind}\n${rest}---\n# 超期预警\n`;

export const testEvidence = crossRule<ChangeApproval>({
  id: 'change/test-evidence',
  says: { zh: '程序修改和升级有测试报告。', en: 'A change or upgrade of the program has a test report.' },
  why: {
    zh: '批准程序上线的依据是测试结果；没有测试报告，批准就没有依据。',
    en: 'The tests are the reason to put a program into production: without a test report the approval has no basis.',
  },
  basis: 'practice',
  severity: 'warning',
  kinds: ['change-approval'],
  examples: [
    {
      bad: { [BG]: change('', '«program»') },
      message: 'BG-2026-0005 是程序变更，却没有测试报告；请在 test_report 写明报告编号。',
    },
    { good: { [BG]: change('test_report: CS-2026-002\n') } },
    { good: { [BG]: change('links: { tests: [TC-REV-012] }\n') } },
    {
      good: {
        [BG]: change(''),
        'docs/test/CS-2026-002.md': '---\nstatus: approved\nlinks:\n  change: [BG-2026-0005]\n---\n# 测试报告\n',
      },
    },
    { good: { [BG]: change('', '[config, db_script]') } },
    { good: { [BG]: change('', '[program]', 'submitted') } },
  ],

  *check(change, project) {
    const { id, data, broken } = change;
    const kinds = namesIn(data.change_kind);
    const isProgram = kinds.includes('program') || kinds.includes('upgrade');
    if (
      broken ||
      !isProgram ||
      !project.reached(change, 'approved') ||
      linkedIds(project, id, 'tests', 'test-report').size > 0
    )
      return;
    yield {
      at: placeOf(change, '/change_kind'),
      id,
      say: {
        zh: `${id} 是程序变更，却没有测试报告；请在 test_report 写明报告编号。`,
        en: `${id} changes the program: name its test report in test_report.`,
      },
    };
  },
});
