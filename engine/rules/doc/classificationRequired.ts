import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const classificationRequired = entryRule({
  id: 'doc/classification-required',
  says: {
    zh: '技术文档和人员材料标明密级。',
    en: 'Technical documents and documents about persons state their classification.',
  },
  why: {
    zh: '没有标明密级，就无法判断文档能给谁看、能放在哪里。',
    en: 'Without a classification it is unclear who may read a document and where it may be kept.',
  },
  clauses: ['C5.2-02'],
  severity: 'warning',
  examples: [
    {
      bad: { 'people/nda/BM-001.md': '---\nid: «BM-001»\nstatus: draft\n---\n# 保密承诺书\n' },
      message: 'BM-001 缺少“密级”（classification）。',
    },
    {
      bad: { 'docs/ZZGL-SRS.md': '---\ntype: srs\nid: «ZZGL-SRS»\nstatus: approved\n---\n# 需求规格说明书\n' },
      message: 'ZZGL-SRS 缺少“密级”（classification）：状态已到“已批准”。',
    },
    {
      good: {
        'people/nda/BM-001.md': '---\nstatus: draft\nclassification: 内部\n---\n# 保密承诺书\n',
        'docs/ZZGL-SRS.md': '---\ntype: srs\nstatus: draft\n---\n# 需求规格说明书\n',
      },
    },
  ],
  check: page => unmetFor('doc/classification-required', page),
});
