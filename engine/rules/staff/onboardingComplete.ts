import type { Staff } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const RY = 'people/staff/RY-002.md';

export const onboardingComplete = entryRule<Staff>({
  id: 'staff/onboarding-complete',
  says: { zh: '在岗人员的入场手续齐全。', en: 'People in service have all their entry papers.' },
  why: {
    zh: '第三方驻场人员管理办法要求入场登记、网络准入和账号申请逐人办理。',
    en: 'The rules for third-party staff require an entry form, a network admission and an account request for each person.',
  },
  clauses: ['C4.4-01'],
  severity: 'warning',
  kinds: ['staff'],
  examples: [
    {
      bad: {
        [RY]: '---\nstatus: active\nonboarding:\n  «entry_form: RC-2026-002\n  account_request_no: ZHSQ-2026-002»\n---\n# 钱二\n',
      },
      message: 'RY-002 缺少“网络准入审批号”（network_admission_no）。',
    },
    {
      good: {
        [RY]: '---\nstatus: active\nonboarding:\n  entry_form: RC-2026-002\n  network_admission_no: WLZR-2026-002\n  account_request_no: ZHSQ-2026-002\n---\n# 钱二\n',
      },
    },
    { good: { [RY]: '---\nstatus: approved\n---\n# 钱二\n' } },
  ],

  check: page => unmetFor('staff/onboarding-complete', page),
});
