import type { ChangeApproval } from '../../../docs-schema/generated/types.ts';
import type { Words } from '../../base/words.ts';
import { placeOf } from '../../model/entry.ts';
import { grants, personOf, purchaserApprovals } from '../approvals.ts';
import { ownUnmet } from '../runner/ownUnmet.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';

const BG = 'records/change-approval/2026/BG-2026-0005.md';
const STAFF = { 'people/staff/RY-001.md': '---\ntype: staff\nstatus: active\nname: 赵一\n---\n# 赵一\n' };
const PEOPLE =
  'people:\n  - { id: A-02, name: 何科长, may: [approve-change] }\n  - { id: A-03, name: 罗工, may: [sign] }\n';
const approved = (person: string, party = 'A') =>
  `---\nstatus: approved\napprovals:\n  - party: ${party}\n    person: ${person}\n    at: "2026-04-02T15:30:00+08:00"\n---\n# 超期预警\n`;

export const approverParty = crossRule<ChangeApproval>({
  id: 'change/approver-party',
  says: {
    zh: '变更由采购人有权批准的人批准。',
    en: 'A change is approved by a person of the purchaser who has the right to approve it.',
  },
  why: {
    zh: '合同要求“获得许可后方可实施”，许可由采购人给；中标人自己批准，或没有授权的人批准，都不算许可。',
    en: 'Only the purchaser can give permission: an approval by the contractor, or by a person without the right, is not a permission.',
  },
  clauses: ['C4.5-05'],
  severity: 'error',
  kinds: ['change-approval'],
  examples: [
    {
      bad: { [BG]: '---\nstatus: «approved»\n---\n# 超期预警\n', 'docket.yml': PEOPLE },
      message: 'BG-2026-0005 缺少“审批”（approvals）：状态已到“已批准”。',
    },
    {
      bad: { [BG]: approved('«RY-001»'), ...STAFF },
      message: 'BG-2026-0005 的批准人 RY-001 是服务商的人员；须由采购人批准。',
    },
    {
      bad: { [BG]: approved('«A-03»'), 'docket.yml': PEOPLE },
      message: 'BG-2026-0005 的批准人罗工（A-03）没有批准变更的权限（approve-change）；请由有权的人批准。',
    },
    {
      bad: { [BG]: approved('RY-001', 'B').replace('status: approved', 'status: «approved»'), ...STAFF },
      message: 'BG-2026-0005 没有采购人的批准；变更须获得采购人许可后方可实施。',
    },
    { good: { [BG]: approved('A-02'), 'docket.yml': PEOPLE } },
    { good: { [BG]: approved('何科长'), 'docket.yml': PEOPLE } },
    { good: { [BG]: approved('A-03'), 'docket.yml': PEOPLE.replace('approve-change', 'sign') } },
  ],

  *check(change, project) {
    yield* ownUnmet('change/approver-party', change, project);
    const { id, data, broken } = change;
    if (broken || !project.reached(change, 'approved') || data.approvals === undefined) return;
    const approvals = purchaserApprovals(data, project.config);
    if (approvals.length === 0) {
      const say = {
        zh: `${id} 没有采购人的批准；变更须获得采购人许可后方可实施。`,
        en: `${id} has no approval by the purchaser: a change needs the permission of the purchaser.`,
      };
      yield { at: placeOf(change, '/status'), id, say };
    }
    for (const { n, person } of approvals) {
      const say = notEntitled(id, person, project);
      if (say) yield { at: placeOf(change, `/approvals/${n}/person`), id, say };
    }
  },
});

/** Undefined when the approver is entitled, or is unknown: ref/person-unknown reports unknown people. */
function notEntitled(id: string, person: string, project: Project): Words | undefined {
  const known = personOf(project.config, person);
  if (known === undefined) {
    if (project.entry(person)?.kind !== 'staff') return undefined;
    return {
      zh: `${id} 的批准人 ${person} 是服务商的人员；须由采购人批准。`,
      en: `${person}, who approved ${id}, belongs to the contractor: have the purchaser approve it.`,
    };
  }
  if (known.may.includes('approve-change') || !grants(project.config, 'approve-change')) return undefined;
  return {
    zh: `${id} 的批准人${known.name}（${known.id}）没有批准变更的权限（approve-change）；请由有权的人批准。`,
    en: `${known.name} (${known.id}) has no right to approve changes (approve-change): have ${id} approved by a person who has it.`,
  };
}
