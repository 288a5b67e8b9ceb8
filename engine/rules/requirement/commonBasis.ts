import type { Requirement } from '../../../docs-schema/generated/types.ts';
import { namesIn, rowsIn } from '../../measure/facts/facts.ts';
import { placeOf } from '../../model/entry.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';

const COMMON = 'is_common: true\n';
const BASIS = 'common_basis: 三个不同地区先后提出同类要求\n';
const XQ = 'records/requirement/2026/XQ-2026-0001.md';

export const commonBasis = crossRule<Requirement>({
  id: 'requirement/common-basis',
  says: {
    zh: '共性需求有依据：两件以上来源，或业务部门的确定。',
    en: 'A common requirement has a basis: at least two sources, or the confirmation of a business department.',
  },
  why: {
    zh: '合同把共性需求与个别需求分开处理，只有共性需求才进入开发；共性要有事实支持。',
    en: 'The contract develops only common requirements; facts must show that a requirement is common.',
  },
  clauses: ['C3.2-10'],
  severity: 'error',
  kinds: ['requirement'],
  examples: [
    {
      bad: { [XQ]: '---\nstatus: analyzed\nis_common: «true»\n---\n# 超期提醒\n' },
      message: 'XQ-2026-0001 标为共性需求，缺少“共性依据”（common_basis）。',
    },
    {
      bad: { [XQ]: `---\nstatus: decided\nis_common: «true»\n${BASIS}---\n# 超期提醒\n` },
      message: 'XQ-2026-0001 标为共性需求，却只有一件来源；请在 merged_from 列出合并的需求，或登记业务部门的意见。',
    },
    { good: { [XQ]: `---\nstatus: decided\n${COMMON}${BASIS}merged_from: [XQ-2025-0002]\n---\n# 超期提醒\n` } },
    {
      good: {
        [XQ]: `---\nstatus: decided\n${COMMON}${BASIS}---\n# 超期提醒\n`,
        'records/requirement/2026/XQ-2026-0002.md': '---\nstatus: merged\nmerged_into: XQ-2026-0001\n---\n# 短信提醒\n',
      },
    },
    {
      good: {
        [XQ]: `---\nstatus: decided\n${COMMON}${BASIS}decisions: [{ dept: 业务处, dept_type: business, person: A-01, date: 2026-03-05, result: accept }]\n---\n# 亮证\n`,
      },
    },
    { good: { [XQ]: `---\nstatus: analyzing\n${COMMON}---\n# 超期提醒\n` } },
  ],

  *check(requirement, project) {
    const { id, data, broken } = requirement;
    if (broken || data.is_common !== true || !project.reached(requirement, 'analyzed')) return;
    const at = placeOf(requirement, '/is_common');
    if (!data.common_basis) {
      yield {
        at,
        id,
        say: {
          zh: `${id} 标为共性需求，缺少“共性依据”（common_basis）。`,
          en: `${id} is marked common: state the basis in common_basis.`,
        },
      };
    } else if (project.reached(requirement, 'decided') && !isGrounded(requirement, project)) {
      yield {
        at,
        id,
        say: {
          zh: `${id} 标为共性需求，却只有一件来源；请在 merged_from 列出合并的需求，或登记业务部门的意见。`,
          en: `${id} is marked common but has one source: list what was merged under merged_from, or record the confirmation of a business department.`,
        },
      };
    }
  },
});

/** Whether the requirement has two sources, itself included, or a decision of a business department. */
function isGrounded({ id, data }: EntryOf<Requirement>, project: Project): boolean {
  const merged = project
    .linksTo(id)
    .filter(({ relation }) => relation === 'merged_into')
    .map(({ from }) => from);
  const sources = new Set([id, ...namesIn(data.merged_from), ...merged]);
  return sources.size > 1 || rowsIn(data.decisions).some(({ dept_type }) => dept_type === 'business');
}
