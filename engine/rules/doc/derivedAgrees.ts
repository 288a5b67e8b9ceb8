import { disagreementsFor } from '../disagreements.ts';
import { entryRule } from '../rule.ts';

export const derivedAgrees = entryRule({
  id: 'doc/derived-agrees',
  says: {
    zh: '手填的值与按文档内容计算的值一致。',
    en: 'A value typed by hand equals the value computed from the rest of the document.',
  },
  why: {
    zh: '可以计算的值不必填写；填了又不一致，同一份文档就自相矛盾。',
    en: 'A computed value need not be typed; when the typed value differs, the document contradicts itself.',
  },
  clauses: ['C5.1-02'],
  severity: 'warning',
  examples: [
    {
      bad: { 'reports/YB-2026-05.md': '---\ntype: report\nperiod: «2026-04»\n---\n# 五月月报\n' },
      message: 'YB-2026-05 的“报告期间”写作 2026-04，按文档其他内容应为 2026-05。',
    },
    {
      bad: {
        'acceptance/assessment/KH-2026-Q2.md':
          '---\nstatus: issued\ngrade: «fair»\ntotal: 95\nitems:\n  - { item: 响应, full: 100, score: 95 }\n---\n# 考核\n',
      },
      message: 'KH-2026-Q2 的“等级”写作 一般，按文档其他内容应为 合格。',
    },
    // A row of a journal.
    {
      bad: {
        'reports/WX-2026-05.md':
          '---\nid: WX-2026-05\ntype: journal\nof: report\n---\n# 登记簿\n\n| id | 报告期间 |\n| --- | --- |\n| YB-2026-05 | «2026-04» |\n',
      },
      message: 'YB-2026-05 的“报告期间”写作 2026-04，按文档其他内容应为 2026-05。',
    },
    { good: { 'reports/YB-2026-05.md': '---\ntype: report\nperiod: 2026-05\n---\n# 五月月报\n' } },
  ],
  check: (page, settings) => disagreementsFor('doc/derived-agrees', page, settings),
});
