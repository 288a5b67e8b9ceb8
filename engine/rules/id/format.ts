import { entryRule } from '../rule.ts';
import { sampleId } from './sampleId.ts';

export const format = entryRule({
  id: 'id/format',
  says: { zh: '编号符合其类型的格式。', en: 'An identifier has the form of its kind.' },
  why: {
    zh: '台账、引用和提交说明都靠编号格式认出单据；格式不对就连不上。',
    en: 'Ledgers, references and commit messages recognise a record by the form of its identifier.',
  },
  clauses: ['C4.5-01'],
  severity: 'error',
  examples: [
    {
      bad: { 'records/ticket/2026/WX-2026-0001.md': '---\nid: «WX-26-1»\n---\n# 登录失败\n' },
      message: 'WX-26-1 不符合维护任务处理单的编号格式，应形如 WX-2026-0001。',
    },
    {
      bad: { 'records/ticket/2026/登录失败.md': '---\nstatus: «registered»\n---\n# 登录失败\n' },
      message: '登录失败 不符合维护任务处理单的编号格式，应形如 WX-2026-0001。',
    },
    {
      bad: { 'records/inspection/2026/XJ-2026-21.md': '---\nid: «XJ-2026-21»\n---\n# 巡检\n' },
      message: 'XJ-2026-21 不符合巡检记录的编号格式，应形如 XJ-2026-W01。',
    },
    { good: { 'records/ticket/2026/WX-2026-0001-登录失败.md': '---\nstatus: registered\n---\n# 登录失败\n' } },
  ],

  *check(page) {
    const { id } = page.entry;
    const { label, idSource } = page.kind;
    if (page.kind.id === undefined || idSource === undefined || page.kind.id.test(id) || page.entry.broken) return;
    const sample = sampleId(idSource);
    yield {
      at: page.at('/id'),
      id,
      say: {
        zh: `${id} 不符合${label.zh}的编号格式，应形如 ${sample}。`,
        en: `${id} is not an identifier of the kind ${label.en}: write one like ${sample}.`,
      },
    };
  },
});
