import { trailersOf } from '../../links/trailers.ts';
import { changeRule } from '../rule.ts';
import { codeCommits, filesNamed, inMessage, isUnwritten, movesMeaning } from './codeCommits.ts';
import { BEFORE, JAVA, PROJECT } from './examples.ts';

const change = { before: { [JAVA]: BEFORE } };

export const ticketRequired = changeRule({
  id: 'commit/ticket-required',
  says: {
    zh: '改程序的提交写明工单或变更审批单。',
    en: 'A commit that changes the program names its ticket or its change approval.',
  },
  why: {
    zh: '合同要求每个问题有处理单、每次修改有报告；说不出为哪张单改的代码，验收时无法说明。',
    en: 'Every problem has a form and every change is reported; code without one cannot be explained at acceptance.',
  },
  clauses: ['C4.5-01', 'C4.5-04'],
  severity: 'error',
  examples: [
    {
      bad: PROJECT,
      change: { ...change, message: '«提前三天提醒»\n' },
      message:
        '提交改了 OverdueReminderJob.java，没有写明工单；请在提交说明最后一段加一行 Refs: 工单号（或 Change: 变更审批单号）。',
    },
    {
      bad: PROJECT,
      change: { ...change, message: '«fix: WX-2026-0003 提前三天提醒»' },
      message:
        '提交改了 OverdueReminderJob.java，没有写明工单；请在提交说明最后一段加一行 Refs: 工单号（或 Change: 变更审批单号）。',
    },
    { good: PROJECT, change: { ...change, message: '提前三天提醒\n\nRefs: WX-2026-0003\n' } },
    { good: PROJECT, change: { ...change, message: '提前三天提醒\n\n变更：BG-2026-0005\n' } },
    // A changed comment is not a change of the program.
    { good: { ...PROJECT, [JAVA]: BEFORE.replace('{', '{ // 每天') }, change: { ...change, message: '补注释\n' } },
    {
      good: { ...PROJECT, [JAVA]: BEFORE.replace('{', '{ // 每天') },
      change: { ...change, stage: 'commit', message: '补注释\n' },
    },
    // There is no message yet.
    { good: PROJECT, change: { ...change, stage: 'commit' } },
    { good: { ...PROJECT, 'README.md': '# 二\n' }, change: { before: { 'README.md': '# 一\n' }, message: '说明\n' } },
  ],

  *check(change) {
    for (const touching of codeCommits(change)) {
      const { commit, code } = touching;
      if (isUnwritten(commit) || trailersOf(commit.message).some(({ key }) => key === 'refs' || key === 'change'))
        continue;
      if (!movesMeaning(touching, change)) continue;
      const files = filesNamed(code);
      yield {
        at: inMessage(commit),
        say: {
          zh: `提交改了 ${files.zh}，没有写明工单；请在提交说明最后一段加一行 Refs: 工单号（或 Change: 变更审批单号）。`,
          en: `The commit changes ${files.en} and names no ticket: add a last line Refs: TICKET (or Change: APPROVAL) to its message.`,
        },
      };
    }
  },
});
