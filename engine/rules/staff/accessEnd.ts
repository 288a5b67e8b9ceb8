import type { Staff } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const RY = 'people/staff/RY-009.md';

export const accessEnd = entryRule<Staff>({
  id: 'staff/access-end',
  says: {
    zh: '离场人员的权限在离场当日或之前收回。',
    en: 'The access of a person ends on the last day of service at the latest.',
  },
  why: {
    zh: '离场后仍有效的账号是安全隐患，由此造成的网络和数据安全问题由中标人负责。',
    en: 'An account that stays active after its owner has left is a security risk, and the contractor is liable for it.',
  },
  basis: 'practice',
  severity: 'error',
  kinds: ['staff'],
  examples: [
    {
      bad: { [RY]: '---\nstatus: left\nleave_date: 2026-03-31\naccess_revoked_at: «2026-04-02»\n---\n# 陈十\n' },
      message: 'RY-009 于 2026-03-31 离场，权限到 2026-04-02 才收回；请核对日期，收回应不晚于离场当日。',
    },
    {
      bad: { [RY]: '---\nid: «RY-009»\nstatus: left\nleave_date: 2026-03-31\n---\n# 陈十\n' },
      message: 'RY-009 缺少“权限收回日期”（access_revoked_at）：状态已到“已离场”。',
    },
    { good: { [RY]: '---\nstatus: left\nleave_date: 2026-03-31\naccess_revoked_at: 2026-03-31\n---\n# 陈十\n' } },
    { good: { [RY]: '---\nstatus: active\n---\n# 陈十\n' } },
  ],

  *check(page) {
    yield* unmetFor('staff/access-end', page);
    const { leave_date: left, access_revoked_at: revoked } = page.data;
    const { id, broken } = page.entry;
    if (broken || left === undefined || revoked === undefined || revoked <= left) return;
    yield {
      at: page.at('/access_revoked_at'),
      id,
      say: {
        zh: `${id} 于 ${left} 离场，权限到 ${revoked} 才收回；请核对日期，收回应不晚于离场当日。`,
        en: `${id} left on ${left} and kept access until ${revoked}: check the dates; access must end on the last day.`,
      },
    };
  },
});
