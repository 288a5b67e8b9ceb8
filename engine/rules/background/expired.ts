import type { BackgroundCheck, Staff } from '../../../docs-schema/generated/types.ts';
import { isActive } from '../../measure/facts/presence.ts';
import { placeOf } from '../../model/entry.ts';
import { serviceSoFar } from '../duties.ts';
import { crossRule } from '../rule.ts';
import { checksOf } from './checksOf.ts';

const CONFIG = 'project: { period: { from: 2025-10-01, to: 2026-09-30 } }\n';
const [RY, SC, NEXT] = [
  'people/staff/RY-007.md',
  'people/background-check/SC-007.md',
  'people/background-check/SC-017.md',
];
const person = (more = '') => `---\nstatus: active\nkey_data_post: true\nentry_date: 2025-09-19\n${more}---\n# 郑七\n`;
const check = (until: string) =>
  `---\nstatus: passed\nperson: RY-007\nresult: passed\nvalid_until: ${until}\n---\n# 审查\n`;

export const expired = crossRule<BackgroundCheck>({
  id: 'background/expired',
  says: { zh: '在岗人员的背景审查在有效期内。', en: 'Every person in service has a valid background check.' },
  why: {
    zh: '关键数据岗位人员须持续安全可靠；审查过期后应重新审查。',
    en: 'People in key data posts must remain reliable; a check that has expired must be done again.',
  },
  clauses: ['C4.9-05'],
  severity: 'warning',
  kinds: ['background-check'],
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [RY]: person(), [SC]: check('«2026-03-20»') },
      asOf: '2026-04-01',
      message: 'SC-007（RY-007）的背景审查有效期至 2026-03-20，人员仍在岗；请重新审查。',
    },
    {
      good: { 'docket.yml': CONFIG, [RY]: person(), [SC]: check('2026-03-20'), [NEXT]: check('2028-03-20') },
      asOf: '2026-04-01',
    },
    {
      good: { 'docket.yml': CONFIG, [RY]: person('leave_date: 2026-03-01\n'), [SC]: check('2026-03-20') },
      asOf: '2026-04-01',
    },
    { good: { 'docket.yml': CONFIG, [RY]: person(), [SC]: check('2026-10-20') } },
  ],

  *check({ id, data, broken, ...entry }, project) {
    const days = serviceSoFar(project);
    const { person, valid_until } = data;
    if (broken || days === undefined || person === undefined || valid_until === undefined || valid_until >= days.to)
      return;
    const staff = project.entry<Staff>(person);
    if (
      staff?.kind !== 'staff' ||
      !project.reached(staff, 'active') ||
      !isActive({ ...staff.data, id: person }, days.to)
    )
      return;
    if (checksOf(person, project).some(other => (other.data.valid_until ?? '9') >= days.to)) return;
    yield {
      at: placeOf({ id, data, broken, ...entry }, '/valid_until'),
      id,
      say: {
        zh: `${id}（${person}）的背景审查有效期至 ${valid_until}，人员仍在岗；请重新审查。`,
        en: `Background check ${id} of ${person} was valid until ${valid_until} and the person is still in service: make a new check.`,
      },
    };
  },
});
