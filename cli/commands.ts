/** Every command: its name, its sentence, and the file that is loaded when the command is run. In the order and the groups of the help. */
import type { CommandGroup, Listed } from './command.ts';

export const commandGroups: readonly CommandGroup[] = [
  {
    title: { zh: '开始', en: 'Start here' },
    commands: [
      {
        name: 'init',
        says: { zh: '分析现有仓库，生成 docket.yml', en: 'look at a repository and write its docket.yml' },
        load: async () => (await import('./commands/init.ts')).init,
      },
      {
        name: 'sample',
        says: { zh: '写出一个样例合同（git 仓库）', en: 'write a sample contract as a git repository' },
        load: async () => (await import('./commands/sample.ts')).sample,
      },
      {
        name: 'explain',
        says: { zh: '说明一条规则：要求、原因、依据、示例', en: 'explain a rule: what it says, why, examples' },
        load: async () => (await import('./commands/explain.ts')).explain,
      },
    ],
  },
  {
    title: { zh: '日常', en: 'Every day' },
    commands: [
      {
        name: 'check',
        says: { zh: '检查文档，报告问题', en: 'check the documents and report what is wrong' },
        load: async () => (await import('./commands/check.ts')).check,
      },
      {
        name: 'fix',
        says: { zh: '自动修复能确定改法的问题', en: 'fix the findings that have one certain fix' },
        load: async () => (await import('./commands/fix.ts')).fix,
      },
      {
        name: 'new',
        says: {
          zh: '新建单据：自动取号，带出已知内容',
          en: 'create a document: numbered, with known values filled in',
        },
        load: async () => (await import('./commands/new.ts')).newDocument,
      },
      {
        name: 'advance',
        says: {
          zh: '把单据推进到下一个状态：时间、人员自动填写',
          en: 'move a record to its next state and fill in times and people',
        },
        load: async () => (await import('./commands/advance.ts')).advance,
      },
      {
        name: 'promote',
        says: { zh: '把登记簿中的一行转为单独的单据', en: 'turn a row of a journal into a file of its own' },
        load: async () => (await import('./commands/promote.ts')).promote,
      },
      {
        name: 'owed',
        says: {
          zh: '列出当前改动欠哪些文档、为什么、怎么还',
          en: 'list the documents that the current change owes, and why',
        },
        load: async () => (await import('./commands/owed.ts')).owed,
      },
      {
        name: 'settle',
        says: { zh: '写明理由，核销设计单元的欠账', en: 'settle what a design unit owes, with a reason' },
        load: async () => (await import('./commands/settle.ts')).settle,
      },
      {
        name: 'due',
        says: { zh: '列出近期到期和已超期的事项', en: 'list what falls due soon and what is overdue' },
        load: async () => (await import('./commands/due.ts')).due,
      },
    ],
  },
  {
    title: { zh: '门禁', en: 'Gates' },
    commands: [
      {
        name: 'hook',
        says: { zh: '安装、卸载提交钩子', en: 'install or remove the git hooks' },
        load: async () => (await import('./commands/hook.ts')).hook,
      },
      {
        name: 'baseline',
        says: {
          zh: '冻结现有问题，以后只报告新问题',
          en: 'freeze the present findings, so that only new ones are reported',
        },
        load: async () => (await import('./commands/baseline.ts')).baseline,
      },
      {
        name: 'rules',
        says: { zh: '列出全部规则及其在本项目中的级别', en: 'list all rules with their severity here' },
        load: async () => (await import('./commands/rules.ts')).rules,
      },
    ],
  },
  {
    title: { zh: '报告', en: 'Reports' },
    commands: [
      {
        name: 'trace',
        says: {
          zh: '追踪矩阵：需求、设计、代码、测试、手册',
          en: 'the traceability matrix: requirements, design, code, tests, manual',
        },
        load: async () => (await import('./commands/trace.ts')).trace,
      },
      {
        name: 'ledger',
        says: { zh: '生成某月的系统运维台账', en: 'generate the ledger of a month' },
        load: async () => (await import('./commands/ledger.ts')).ledger,
      },
      {
        name: 'report',
        says: { zh: '生成维护报告和指标', en: 'generate a maintenance report with its figures' },
        load: async () => (await import('./commands/report.ts')).report,
      },
    ],
  },
  {
    title: { zh: '工具', en: 'Tools' },
    commands: [
      {
        name: 'lsp',
        says: { zh: '语言服务器（供编辑器使用）', en: 'the language server, for editors' },
        load: async () => (await import('./commands/lsp.ts')).lsp,
      },
      {
        name: 'completion',
        says: { zh: '输出命令行补全脚本', en: 'print a completion script for a shell' },
        load: async () => (await import('./commands/completion.ts')).completion,
      },
      {
        name: 'cache',
        says: { zh: '查看或删除缓存', en: 'show or delete the cache' },
        load: async () => (await import('./commands/cache.ts')).cache,
      },
    ],
  },
];

export const commands: readonly Listed[] = commandGroups.flatMap(group => group.commands);
