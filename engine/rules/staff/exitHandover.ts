import type { Staff } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const RY = 'people/staff/RY-009.md';
const left = (handover: string) =>
  `---\nstatus: left\nleave_date: 2026-03-31\nhandover: { ${handover} }\n---\n# 陈十\n`;

export const exitHandover = entryRule<Staff>({
  id: 'staff/exit-handover',
  says: {
    zh: '离场人员已交接工作、交还设备和账号。',
    en: 'A person who left has handed over the work and returned equipment and accounts.',
  },
  why: {
    zh: '驻场人员离场须办理交接；没有交接的账号和设备是安全隐患。',
    en: 'People who leave must hand over; accounts and equipment that were not taken back are a risk.',
  },
  clauses: ['C4.4-01'],
  severity: 'error',
  kinds: ['staff'],
  examples: [
    {
      bad: { [RY]: left('to: RY-012, date: 2026-03-31, assets_returned: «false»') },
      message: 'RY-009 已离场，设备和账号尚未交还；请收回后登记。',
    },
    {
      bad: { [RY]: left('to: RY-012, date: «2026-04-03», assets_returned: true') },
      message: 'RY-009 于 2026-03-31 离场，2026-04-03 才交接；请核对日期，交接应在离场前完成。',
    },
    {
      bad: { [RY]: '---\nid: «RY-009»\nstatus: left\nleave_date: 2026-03-31\n---\n# 陈十\n' },
      message: 'RY-009 缺少“工作交接”（handover）：状态已到“已离场”。',
    },
    { good: { [RY]: left('to: RY-012, date: 2026-03-31, assets_returned: true') } },
    {
      good: {
        [RY]: '---\nstatus: leaving\nhandover: { to: RY-012, date: 2026-03-31, assets_returned: false }\n---\n# 陈十\n',
      },
    },
  ],

  *check(page) {
    yield* unmetFor('staff/exit-handover', page);
    const { handover, leave_date } = page.data;
    const { id, broken } = page.entry;
    if (broken || handover === undefined || !page.reached('left')) return;
    if (handover.assets_returned === false) {
      const zh = `${id} 已离场，设备和账号尚未交还；请收回后登记。`;
      yield {
        at: page.at('/handover/assets_returned'),
        id,
        say: {
          zh,
          en: `Take back the equipment and accounts of ${id} and record it: the person has left without returning them.`,
        },
      };
    }
    if (handover.date !== undefined && leave_date !== undefined && handover.date > leave_date) {
      const zh = `${id} 于 ${leave_date} 离场，${handover.date} 才交接；请核对日期，交接应在离场前完成。`;
      yield {
        at: page.at('/handover/date'),
        id,
        say: {
          zh,
          en: `${id} left on ${leave_date} and handed over on ${handover.date}: check the dates; the handover comes before leaving.`,
        },
      };
    }
  },
});
