/** Every command: its name, its sentence, and the file that is loaded when somebody asks for it. */
import type { Words } from '../engine/base/words.ts';
import type { Command } from './command.ts';

export interface Listed {
  readonly name: string;
  readonly says: Words;
  load(): Promise<Command>;
}

export const commands: readonly Listed[] = [
  {
    name: 'check',
    says: { zh: '检查文档，报告问题', en: 'check the documents and report what is wrong' },
    load: async () => (await import('./commands/check.ts')).check,
  },
  {
    name: 'sample',
    says: { zh: '写出一个样例合同（git 仓库）', en: 'write a sample contract as a git repository' },
    load: async () => (await import('./commands/sample.ts')).sample,
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
  {
    name: 'new',
    says: { zh: '新建单据：自动取号，带出已知内容', en: 'write a new document: numbered, with all that is known filled in' },
    load: async () => (await import('./commands/new.ts')).newDocument,
  },
];
