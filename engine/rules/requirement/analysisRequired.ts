import type { Requirement } from '../../../docs-schema/generated/types.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const analysed = (people: string) =>
  `---\nstatus: analyzed\n---\n# 超期提醒\n\n## 业务分析\n\n三地要求归纳为规则、对象、统计三点。\n\n${people}`;
const COLUMNS = '| 部门 | 部门类型 | 姓名 |\n|---|---|---|\n';

export const analysisRequired = entryRule<Requirement>({
  id: 'requirement/analysis-required',
  says: {
    zh: '已分析的需求有业务分析，并有业务部门人员参加。',
    en: 'An analysed requirement has an analysis, made together with a business department.',
  },
  why: {
    zh: '合同要求会同业务部门对需求进行分析；没有业务部门参加的分析只是乙方的看法。',
    en: 'The contract requires the analysis to be made together with the business departments, not by the contractor alone.',
  },
  clauses: ['C3.2-07'],
  severity: 'error',
  kinds: ['requirement'],
  examples: [
    {
      bad: {
        'records/requirement/2026/XQ-2026-0001.md': analysed(
          '| «部门 | 部门类型 | 姓名» |\n|---|---|---|\n| 信息中心 | technical | 何科长 |\n',
        ),
      },
      message: 'XQ-2026-0001 的参与人员中没有业务部门；请会同业务部门分析，并登记参加人。',
    },
    {
      bad: {
        'records/requirement/2026/XQ-2026-0001.md': `---\nstatus: «analyzed»\n---\n# 超期提醒\n\n## 业务分析\n\n三地要求归纳为三点。\n`,
      },
      message: 'XQ-2026-0001 缺少“参与人员”（participants）：状态已到“已分析”。',
    },
    { good: { 'records/requirement/2026/XQ-2026-0001.md': analysed(`${COLUMNS}| 业务处 | 业务部门 | 林处长 |\n`) } },
    { good: { 'records/requirement/2026/XQ-2026-0001.md': '---\nstatus: analyzing\n---\n# 超期提醒\n' } },
    { good: { 'records/requirement/2026/XQ-2026-0001.md': '---\nstatus: merged\n---\n# 超期提醒\n' } },
  ],

  *check(page) {
    yield* unmetFor('requirement/analysis-required', page);
    const participants = rowsIn(page.data.participants);
    if (
      !page.reached('analyzed') ||
      participants.length === 0 ||
      participants.some(({ dept_type }) => dept_type === 'business')
    )
      return;
    const { id } = page.entry;
    yield {
      at: page.at('/participants'),
      id,
      say: {
        zh: `${id} 的参与人员中没有业务部门；请会同业务部门分析，并登记参加人。`,
        en: `Analyse ${id} with a business department and list who took part: no business department is listed.`,
      },
    };
  },
});
