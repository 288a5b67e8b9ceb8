import type { Requirement } from '../../../docs-schema/generated/types.ts';
import { placeOf } from '../../model/entry.ts';
import { linkedIds } from '../linked.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';

const NEW = 'opinion: accept\ndev_type: new_feature\n';
const [XQ, QR] = ['records/requirement/2026/XQ-2026-0001.md', 'records/confirmation/2026/QR-2026-001.md'];
const confirmation = (status: string) => `---\nstatus: ${status}\nrequirements: [XQ-2026-0001]\n---\n# 确认单\n`;

export const required = crossRule<Requirement>({
  id: 'confirmation/required',
  says: {
    zh: '进入开发的新增功能有已签订的需求确认单。',
    en: 'A new feature under development has a signed confirmation.',
  },
  why: {
    zh: '合同要求针对新增开发内容签订需求确认单；没有签订，范围和验收准则就没有依据。',
    en: 'The contract requires a signed confirmation for all new development; the scope and the criteria are based on it.',
  },
  clauses: ['C3.2-14'],
  severity: 'error',
  kinds: ['requirement'],
  examples: [
    {
      bad: { [XQ]: `---\nstatus: «developing»\n${NEW}---\n# 超期提醒\n` },
      message: 'XQ-2026-0001 是新增功能，状态已到“开发中”，却没有需求确认单；请签订确认单并写明来源需求 XQ-2026-0001。',
    },
    {
      bad: { [XQ]: `---\nstatus: «developing»\n${NEW}---\n# 超期提醒\n`, [QR]: confirmation('submitted') },
      message: 'XQ-2026-0001 是新增功能，状态已到“开发中”，而需求确认单 QR-2026-001 尚未签订。',
    },
    { good: { [XQ]: `---\nstatus: developing\n${NEW}---\n# 超期提醒\n`, [QR]: confirmation('signed') } },
    { good: { [XQ]: `---\nstatus: fed_back\n${NEW}---\n# 超期提醒\n` } },
    { good: { [XQ]: '---\nstatus: developing\nopinion: accept\ndev_type: enhancement\n---\n# 字段扩容\n' } },
  ],

  *check(requirement, project) {
    const { id, data, status, broken } = requirement;
    if (broken || data.dev_type !== 'new_feature' || !isUnderway(requirement, project)) return;
    const confirmations = [...linkedIds(project, id, 'confirmation', 'confirmation')];
    const isSigned = (one: string) => {
      const entry = project.entry(one);
      // ref/broken reports a confirmation that is named and does not exist.
      return entry === undefined || project.reached(entry, 'signed');
    };
    if (confirmations.some(isSigned)) return;
    const state = project.kind('requirement')?.states.get(status ?? '')?.label;
    const [draft] = confirmations;
    yield {
      at: placeOf(requirement, '/status'),
      id,
      say: {
        zh: `${id} 是新增功能，状态已到“${state?.zh}”，${draft ? `而需求确认单 ${draft} 尚未签订` : `却没有需求确认单；请签订确认单并写明来源需求 ${id}`}。`,
        en: `${id} is a new feature in the state “${state?.en}”, but ${draft ? `its confirmation ${draft} is not signed` : `has no confirmation: have one signed that names ${id}`}.`,
      },
    };
  },
});

function isUnderway(requirement: EntryOf<Requirement>, project: Project): boolean {
  const { opinion } = requirement.data;
  if (opinion !== 'accept' && opinion !== 'accept_partly') return false;
  return requirement.status === 'closed' || project.reached(requirement, 'confirmed');
}
