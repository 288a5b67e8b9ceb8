import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const reviewRecord = entryRule({
  id: 'doc/review-record',
  says: {
    zh: '已批准的技术文档有采购人的评审记录。',
    en: 'An approved technical document has a review record of the purchaser.',
  },
  why: {
    zh: '合同要求文档接受用户方的全程监控和审核，评审人和日期是审核过的证明。',
    en: 'By contract the purchaser reviews the documents; the reviewer and the date prove that it did.',
  },
  clauses: ['C5.1-03'],
  severity: 'warning',
  examples: [
    {
      bad: { 'docs/ZZGL-SRS.md': '---\ntype: srs\nid: «ZZGL-SRS»\nstatus: approved\n---\n# 需求规格说明书\n' },
      message: 'ZZGL-SRS 缺少“评审”（review）：状态已到“已批准”。',
    },
    {
      bad: {
        'docket.yml': 'people:\n  - { id: A-02, name: 何科长 }\n',
        'docs/ZZGL-SRS.md':
          '---\ntype: srs\nstatus: approved\nreview: { by: «RY-004», date: 2026-03-20 }\n---\n# 需求规格说明书\n',
      },
      message: 'ZZGL-SRS 的评审人 RY-004 不是采购人的人员：评审应由采购人进行，人员见 docket.yml 的 people。',
    },
    {
      good: {
        'docket.yml': 'people:\n  - { id: A-02, name: 何科长 }\n',
        'docs/ZZGL-SRS.md':
          '---\ntype: srs\nstatus: approved\nreview: { by: A-02, date: 2026-03-20 }\n---\n# 需求规格说明书\n',
        'docs/ZZGL-HLD.md': '---\ntype: hld\nstatus: draft\n---\n# 概要设计\n',
      },
    },
  ],

  *check(page, { config: { people } }) {
    yield* unmetFor('doc/review-record', page);
    const by = (page.data['review'] as { readonly by?: unknown } | undefined)?.by;
    if (typeof by !== 'string' || people.length === 0 || people.some(({ id, name }) => id === by || name === by))
      return;
    const { id } = page.entry;
    yield {
      at: page.at('/review/by'),
      id,
      say: {
        zh: `${id} 的评审人 ${by} 不是采购人的人员：评审应由采购人进行，人员见 docket.yml 的 people。`,
        en: `${by}, who reviewed ${id}, does not belong to the purchaser: name a reviewer of the purchaser (people in docket.yml).`,
      },
    };
  },
});
