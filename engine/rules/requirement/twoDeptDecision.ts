import type { Requirement } from '../../../docs-schema/generated/types.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { entryRule } from '../rule.ts';

const COLUMNS = '| 部门 | 部门类型 | 确定人 | 日期 | 意见 |\n|---|---|---|---|---|\n';
const BUSINESS = '| 业务处 | 业务部门 | A-01 | 2026-03-05 | 采纳 |\n';
const TECHNICAL = '| 信息中心 | 技术部门 | A-02 | 2026-03-05 | 采纳 |\n';
const decided = (rows: string, opinion = 'opinion: accept') =>
  `---\nstatus: decided\nis_common: true\n${opinion}\n---\n# 超期提醒\n\n## 处理意见\n\n同意采纳。\n\n${rows}`;

export const twoDeptDecision = entryRule<Requirement>({
  id: 'requirement/two-dept-decision',
  says: {
    zh: '采纳共性需求须业务部门和技术部门都已确定。',
    en: 'A common requirement is accepted by a business and a technical department.',
  },
  why: {
    zh: '合同要求共性需求提交业务部门和技术部门商讨确定；缺一方，开发就没有依据。',
    en: 'The contract requires both departments to decide on common requirements; without one of the decisions the development has no basis.',
  },
  clauses: ['C3.2-12'],
  severity: 'error',
  kinds: ['requirement'],
  examples: [
    {
      bad: {
        'records/requirement/2026/XQ-2026-0001.md': decided(
          `${COLUMNS.replace('部门 |', '«部门 |').replace('意见 |', '意见» |')}${BUSINESS}`,
        ),
      },
      message: 'XQ-2026-0001 是共性需求且已采纳，缺少技术部门的意见；请在“部门意见”补充确定人和日期。',
    },
    {
      bad: { 'records/requirement/2026/XQ-2026-0001.md': decided('', 'opinion: «accept»') },
      message: 'XQ-2026-0001 是共性需求且已采纳，缺少业务部门和技术部门的意见；请在“部门意见”补充确定人和日期。',
    },
    { good: { 'records/requirement/2026/XQ-2026-0001.md': decided(`${COLUMNS}${BUSINESS}${TECHNICAL}`) } },
    { good: { 'records/requirement/2026/XQ-2026-0001.md': decided('', 'opinion: defer') } },
    { good: { 'records/requirement/2026/XQ-2026-0003.md': decided('').replace('is_common: true\n', '') } },
  ],

  *check({ entry, data, reached, at }) {
    if (data.is_common !== true || !reached('decided')) return;
    if (data.opinion !== 'accept' && data.opinion !== 'accept_partly') return;
    const decisions = rowsIn(data.decisions);
    const missing = DEPARTMENTS.filter(({ type }) => !decisions.some(({ dept_type }) => dept_type === type));
    if (missing.length === 0) return;
    const { id } = entry;
    yield {
      at: at(decisions.length > 0 ? '/decisions' : '/opinion'),
      id,
      say: {
        zh: `${id} 是共性需求且已采纳，缺少${missing.map(({ zh }) => zh).join('和')}的意见；请在“部门意见”补充确定人和日期。`,
        en: `${id} is common and accepted, but no ${missing.map(({ en }) => en).join(' and no ')} department has decided: add the decision with person and date.`,
      },
    };
  },
});

const DEPARTMENTS = [
  { type: 'business', zh: '业务部门', en: 'business' },
  { type: 'technical', zh: '技术部门', en: 'technical' },
];
