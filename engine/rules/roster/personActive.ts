import type { DutyRoster, Staff } from '../../../docs-schema/generated/types.ts';
import { isActive } from '../../measure/facts/presence.ts';
import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';

const [ZP, RY] = ['people/duty-roster/ZP-2026-04.md', 'people/staff/RY-009.md'];
const roster = (person: string) =>
  `---\nstatus: actual\nmonth: "2026-04"\n---\n# 值班\n\n## 值班安排\n\n| 日期 | 起 | 止 | 值班人 | 值班类型 |\n|---|---|---|---|---|\n| 2026-04-01 | 00:00 | 24:00 | ${person} | 待命值班 |\n`;
const person = (more: string) => `---\nstatus: left\nname: 陈十\nentry_date: 2025-09-19\n${more}---\n# 陈十\n`;

export const personActive = crossRule<DutyRoster>({
  id: 'roster/person-active',
  says: { zh: '值班人员当天在岗。', en: 'A person on duty is in service on that day.' },
  why: {
    zh: '排给已离场人员的班无人值守，7×24 小时响应就会中断。',
    en: 'When a person who has left is assigned to a shift, no person is on duty.',
  },
  basis: 'practice',
  severity: 'error',
  kinds: ['duty-roster'],
  examples: [
    {
      bad: { [ZP]: roster('«RY-009»'), [RY]: person('leave_date: 2026-03-31\n') },
      message: 'RY-009 陈十 2026-04-01 不在岗（在岗期间 2025-09-19 至 2026-03-31），ZP-2026-04 仍排其值班；请改派。',
    },
    { good: { [ZP]: roster('RY-009'), [RY]: person('leave_date: 2026-04-01\n') } },
    { good: { [ZP]: roster('RY-099') } },
  ],

  *check(entry, project) {
    if (entry.broken) return;
    const told = new Set<string>();
    for (const [n, { person, date }] of (entry.data.shifts ?? []).entries()) {
      const staff = person === undefined || told.has(person) ? undefined : project.entry<Staff>(person);
      if (
        staff?.kind !== 'staff' ||
        staff.broken ||
        date === undefined ||
        staff.data.entry_date === undefined ||
        isActive({ ...staff.data, id: staff.id }, date)
      )
        continue;
      told.add(staff.id);
      const { name = '', entry_date, leave_date } = staff.data;
      yield {
        at: placeOf(entry, `/shifts/${n}/person`),
        id: entry.id,
        say: {
          zh: `${staff.id} ${name} ${date} 不在岗（在岗期间 ${entry_date} 至 ${leave_date ?? '今'}），${entry.id} 仍排其值班；请改派。`,
          en: `${staff.id} ${name} is not in service on ${date} (${entry_date} to ${leave_date ?? 'now'}) and has a shift in ${entry.id}: assign it to another person.`,
        },
      };
    }
  },
});
