import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const sourceDoc = entryRule({
  id: 'service-order/source-doc',
  says: {
    zh: '临时性工作的服务工单写明来源：文号、会议或口头交办人。',
    en: 'A service order for temporary work names its source: a document, a meeting or the person who asked.',
  },
  why: {
    zh: '协助部省临时性工作是合同内容；写明来源，才能证明这项工作是采购人交办的。',
    en: 'Temporary work for the ministry and the province is part of the contract; the source proves that the purchaser asked for it.',
  },
  clauses: ['C3.4-01'],
  severity: 'warning',
  kinds: ['service-order'],
  examples: [
    {
      bad: {
        'records/service-order/2026/FW-2026-0001.md': '---\nstatus: «open»\ncategory: adhoc\n---\n# 填报系统清单\n',
      },
      message: 'FW-2026-0001 缺少“来源文件”（source_doc）。',
    },
    {
      good: {
        'records/service-order/2026/FW-2026-0001.md':
          '---\nstatus: open\ncategory: adhoc\nsource_doc: 省厅函〔2026〕12号\n---\n# 填报系统清单\n',
      },
    },
    {
      good: { 'records/service-order/2026/FW-2026-0001.md': '---\nstatus: open\ncategory: account\n---\n# 开通权限\n' },
    },
  ],

  check: page => unmetFor('service-order/source-doc', page),
});
