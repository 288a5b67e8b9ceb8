import type { Staff } from '../../../docs-schema/generated/types.ts';
import { contains } from '../../measure/time/period.ts';
import { isActive } from '../../measure/facts/presence.ts';
import { placeOf } from '../../model/entry.ts';
import { inConfig, serviceSoFar } from '../duties.ts';
import type { Project } from '../project.ts';
import { projectRule } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';
import { keyPlaceOf } from '../../model/place.ts';
import { team } from './headcount.ts';

const CONFIG = 'project: { period: { from: 2026-01-01, to: 2026-12-31 } }\n';
const person = (more: string, status = 'active') =>
  `---\nstatus: ${status}\nname: 某人\nentry_date: 2025-12-20\n${more}---\n# 某人\n`;
const [OLD, NEW] = ['people/staff/RY-009.md', 'people/staff/RY-012.md'];

/**
 * Percentage of leavers above which the purchaser will ask. It is not agreed in the contract, so the rule only informs.
 */
const NOTABLE = 15;

export const turnover = projectRule({
  id: 'staff/turnover',
  says: {
    zh: '人员相对稳定，关键岗位调整有采购人同意的记录。',
    en: 'The team is stable, and the purchaser agreed to changes of key posts.',
  },
  why: {
    zh: '合同要求组建稳定的驻场技术服务团队；关键岗位换人先经采购人同意。',
    en: 'The contract requires a stable team; a person in a key post may be replaced only with the agreement of the purchaser.',
  },
  clauses: ['C1-01'],
  severity: 'info',
  examples: [
    {
      bad: {
        'docket.yml': CONFIG.replace('period:', '«period»:'),
        [OLD]: person('leave_date: 2026-03-31\n', 'left'),
        [NEW]: person(''),
      },
      asOf: '2026-06-30',
      message: '服务期至 2026-06-30 离场 1 人（RY-009），占期初 2 人的 50.00%，人员变动偏大。',
    },
    {
      bad: {
        'docket.yml': CONFIG,
        [NEW]: person('key_data_post: true\n«replacement_of»: RY-009\n'),
        [OLD]: person(''),
      },
      message: 'RY-012 接替 RY-009 涉及关键数据岗位，未登记采购人同意的文号（change_approval_no）。',
    },
    {
      good: {
        'docket.yml': CONFIG,
        [NEW]: person('key_data_post: true\nreplacement_of: RY-009\nchange_approval_no: 同意函 3 号\n'),
        [OLD]: person(''),
      },
    },
    { good: { 'docket.yml': CONFIG, [OLD]: person('leave_date: 2026-12-31\n') }, asOf: '2026-06-30' },
    { good: { 'docket.yml': CONFIG, [NEW]: person('replacement_of: RY-009\n'), [OLD]: person('') } },
  ],

  *check(project) {
    const people = team(project);
    yield* leavers(project, people);
    for (const entry of people) {
      const { replacement_of, key_data_post, change_approval_no } = entry.data;
      const former = replacement_of === undefined ? undefined : project.entry<Staff>(replacement_of);
      if (
        former === undefined ||
        change_approval_no !== undefined ||
        !(key_data_post === true || former.data.key_data_post === true)
      )
        continue;
      const zh = `${entry.id} 接替 ${former.id} 涉及关键数据岗位，未登记采购人同意的文号（change_approval_no）。`;
      const en = `${entry.id} replaces ${former.id} in a key data post: enter the agreement of the purchaser in change_approval_no.`;
      yield { at: keyPlaceOf(placeOf(entry, '/replacement_of')), id: entry.id, say: { zh, en } };
    }
  },
});

function* leavers(project: Project, people: readonly EntryOf<Staff>[]) {
  const days = serviceSoFar(project);
  if (days === undefined) return;
  const left = people.filter(
    ({ data }) => data.leave_date !== undefined && data.leave_date < days.to && contains(days, data.leave_date),
  );
  const start = people.filter(({ id, data }) => isActive({ ...data, id }, days.from)).length;
  const percent = start === 0 ? 0 : (left.length * 100) / start;
  if (percent <= NOTABLE) return;
  const ids = left.map(({ id }) => id);
  yield {
    at: inConfig('/project/period'),
    say: {
      zh: `服务期至 ${days.to} 离场 ${ids.length} 人（${ids.join('、')}），占期初 ${start} 人的 ${percent.toFixed(2)}%，人员变动偏大。`,
      en: `Until ${days.to} ${ids.length} people left (${ids.join(', ')}), ${percent.toFixed(2)}% of the ${start} at the start.`,
    },
  };
}
