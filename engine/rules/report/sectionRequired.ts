import type { Report as ReportData } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const YB = 'reports/YB-2026-05.md';
const SECTIONS = [
  '服务概况',
  '人员与出勤',
  '问题受理与处理情况',
  '问题归纳与分析',
  '需求受理与处理',
  '巡检情况',
  '故障与应急',
  '变更、部署与数据处理',
  '服务指标',
  '存在问题与改进措施',
  '下期计划',
];
const report = (sections: readonly string[]) =>
  `---\ntype: report\nid: YB-2026-05\nstatus: submitted\n---\n# 月报\n\n${sections.map(name => `## ${name}\n\n见下表。\n`).join('\n')}`;

export const sectionRequired = entryRule<ReportData>({
  id: 'report/section-required',
  says: {
    zh: '维护报告的规定章节齐全，包括问题归纳与分析。',
    en: 'A maintenance report has all its sections, including the analysis of problems.',
  },
  why: {
    zh: '合同要求对问题进行归纳总结和分析，并定期提交维护报告。',
    en: 'The contract requires problems to be summarised, analysed and reported at regular intervals.',
  },
  clauses: ['C2-05', 'C4.1-05'],
  severity: 'error',
  kinds: ['report'],
  examples: [
    {
      bad: { [YB]: report(SECTIONS.filter(name => name !== '问题归纳与分析')).replace('YB-2026-05', '«YB-2026-05»') },
      message: 'YB-2026-05 已提交，但缺少章节“问题归纳与分析”。',
    },
    // A row of a journal.
    {
      bad: {
        'reports/WX-2026-05.md':
          '---\nid: WX-2026-05\ntype: journal\nof: report\n---\n# 登记簿\n\n| id | 状态 | 服务概况 | 人员与出勤 | 问题受理与处理情况 | 需求受理与处理 | 巡检情况 | 故障与应急 | 变更、部署与数据处理 | 服务指标 | 存在问题与改进措施 | 下期计划 |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n| «YB-2026-05» | submitted | 见下表。 | 见下表。 | 见下表。 | 见下表。 | 见下表。 | 见下表。 | 见下表。 | 见下表。 | 见下表。 | 见下表。 |\n',
      },
      message: 'YB-2026-05 已提交，但缺少章节“问题归纳与分析”。',
    },
    { good: { [YB]: report(SECTIONS) } },
    { good: { [YB]: '---\ntype: report\nstatus: draft\n---\n# 月报\n\n## 服务概况\n\n本月受理 3 单。\n' } },
  ],

  check: page => unmetFor('report/section-required', page),
});
