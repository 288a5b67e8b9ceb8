import type { DataFix } from '../../../docs-schema/generated/types.ts';
import { placeOf } from '../../model/entry.ts';
import { type Approval, grants, personOf, purchaserApprovals } from '../approvals.ts';
import { ownUnmet } from '../runner/ownUnmet.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';

const SJ = 'records/data-fix/2026/SJ-2026-001.md';
const PEOPLE =
  'people:\n  - { id: A-01, name: 林处长, dept_type: business, may: [approve-data] }\n  - { id: A-02, name: 何科长, dept_type: technical, may: [approve-data] }\n  - { id: A-03, name: 罗工, dept_type: business, may: [sign] }\n';
const approved = (rows: string) => `---\nstatus: approved\napprovals:\n${rows}---\n# 证照重号\n`;
const by = (person: string) => `  - { person: ${person}, at: "2026-01-19T18:40:00+08:00" }\n`;

export const approverParty = crossRule<DataFix>({
  id: 'data-fix/approver-party',
  says: {
    zh: '异常数据处理由采购人的业务部门批准，批准人有权批准。',
    en: 'A data fix is approved by the business department of the purchaser, by a person who has the right to approve it.',
  },
  why: {
    zh: '数据归业务部门所有，由它批准才算“获得用户批准”；中标人自己批准不算。',
    en: 'The data belongs to the business department: only its approval is the approval of the user, not that of the contractor.',
  },
  clauses: ['C3.1.5-02'],
  severity: 'error',
  kinds: ['data-fix'],
  examples: [
    {
      bad: { [SJ]: '---\nstatus: «approved»\n---\n# 证照重号\n', 'docket.yml': PEOPLE },
      message: 'SJ-2026-001 缺少“审批”（approvals）：状态已到“已批准”。',
    },
    {
      bad: { [SJ]: approved(by('«A-02»')), 'docket.yml': PEOPLE },
      message: 'SJ-2026-001 没有业务部门的批准；异常数据须由数据所属的业务部门批准。',
    },
    {
      bad: { [SJ]: approved(by('«A-03»')), 'docket.yml': PEOPLE },
      message: 'SJ-2026-001 的批准人罗工（A-03）没有批准数据处理的权限（approve-data）；请由有权的人批准。',
    },
    {
      bad: {
        [SJ]: approved(by('A-01') + by('«RY-001»')),
        'docket.yml': PEOPLE,
        'people/staff/RY-001.md': '---\ntype: staff\nstatus: active\nname: 赵一\n---\n# 赵一\n',
      },
      message: 'SJ-2026-001 的批准人 RY-001 是服务商的人员；须由采购人批准。',
    },
    { good: { [SJ]: approved(by('A-01') + by('A-02')), 'docket.yml': PEOPLE } },
    { good: { [SJ]: approved(by('A-09')) } },
  ],

  *check(fix, project) {
    yield* ownUnmet('data-fix/approver-party', fix, project);
    const { id, data, broken } = fix;
    const approvals = purchaserApprovals(data, project.config);
    const [first] = approvals;
    if (broken || first === undefined || !project.reached(fix, 'approved')) return;
    for (const { n, person } of approvals) {
      const say = notEntitled(id, person, project);
      if (say) yield { at: placeOf(fix, `/approvals/${n}/person`), id, say };
    }
    if (project.config.people.length === 0 || approvals.some(approval => isBusiness(approval, project))) return;
    const zh = `${id} 没有业务部门的批准；异常数据须由数据所属的业务部门批准。`;
    const en = `${id} has no approval of a business department: have the department that owns the data approve it.`;
    yield { at: placeOf(fix, `/approvals/${first.n}/person`), id, say: { zh, en } };
  },
});

/**
 * Whether the approver belongs to a business department or is a leader. A person who is not in docket.yml counts:
 * ref/person-unknown reports unknown people.
 */
function isBusiness({ person, dept_type }: Approval, { config }: Project): boolean {
  const known = personOf(config, person);
  return known === undefined || (known.dept_type ?? dept_type) === 'business' || known.dept_type === 'leader';
}

function notEntitled(id: string, person: string, project: Project) {
  const known = personOf(project.config, person);
  if (known === undefined) {
    if (project.entry(person)?.kind !== 'staff') return undefined;
    return {
      zh: `${id} 的批准人 ${person} 是服务商的人员；须由采购人批准。`,
      en: `${person}, who approved ${id}, belongs to the contractor: have the purchaser approve it.`,
    };
  }
  if (known.may.includes('approve-data') || !grants(project.config, 'approve-data')) return undefined;
  return {
    zh: `${id} 的批准人${known.name}（${person}）没有批准数据处理的权限（approve-data）；请由有权的人批准。`,
    en: `${known.name} (${person}) has no right to approve data fixes (approve-data): have ${id} approved by a person who has it.`,
  };
}
