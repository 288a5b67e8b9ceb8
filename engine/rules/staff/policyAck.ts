import type { Staff } from '../../../docs-schema/generated/types.ts';
import { addDays, parseDate } from '../../measure/time/date.ts';
import { agreedDuty } from '../duties.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const RY = 'people/staff/RY-002.md';
const CONFIG = 'duties: { policy_ack: { days: 3, source: contract } }\n';

export const policyAck = entryRule<Staff>({
  id: 'staff/policy-ack',
  says: {
    zh: '在岗人员按期签收采购人的管理制度。',
    en: 'People in service have acknowledged the rules of the purchaser in time.',
  },
  why: {
    zh: '合同要求驻场人员服从并遵守采购人的管理要求；签收记录是唯一的凭据。',
    en: 'People on site must follow the rules of the purchaser; the acknowledgement is the only proof that they know the rules.',
  },
  clauses: ['C2-01', 'C4.1-08'],
  severity: 'error',
  kinds: ['staff'],
  examples: [
    {
      bad: {
        [RY]: '---\n«id»: RY-002\nstatus: active\nentry_date: 2026-03-30\n---\n# 钱二\n'.replace(
          '«id»: RY-002',
          'id: «RY-002»',
        ),
      },
      message: 'RY-002 缺少“制度告知签收日期”（policy_ack_date）：状态已到“在岗”。',
    },
    {
      bad: {
        'docket.yml': CONFIG,
        [RY]: '---\nstatus: active\nentry_date: 2026-03-30\npolicy_ack_date: «2026-04-08»\n---\n# 钱二\n',
      },
      message: 'RY-002 于 2026-04-08 签收管理制度，应在入场后 3 天内（2026-04-02 前）签收。',
    },
    {
      good: {
        'docket.yml': CONFIG,
        [RY]: '---\nstatus: active\nentry_date: 2026-03-30\npolicy_ack_date: 2026-04-02\n---\n# 钱二\n',
      },
    },
    { good: { [RY]: '---\nstatus: active\nentry_date: 2026-03-30\npolicy_ack_date: 2026-04-08\n---\n# 钱二\n' } },
    { good: { [RY]: '---\nstatus: candidate\n---\n# 钱二\n' } },
  ],

  *check(page, settings) {
    yield* unmetFor('staff/policy-ack', page);
    const days = agreedDuty(settings.config.duties.policy_ack)?.days;
    const [entered, signed] = [parseDate(page.data.entry_date), parseDate(page.data.policy_ack_date)];
    if (
      days === undefined ||
      page.entry.broken ||
      entered === undefined ||
      signed === undefined ||
      signed <= addDays(entered, days)
    )
      return;
    const { id } = page.entry;
    yield {
      at: page.at('/policy_ack_date'),
      id,
      say: {
        zh: `${id} 于 ${signed} 签收管理制度，应在入场后 ${days} 天内（${addDays(entered, days)} 前）签收。`,
        en: `${id} acknowledged the rules on ${signed}; it was due within ${days} days of entry, by ${addDays(entered, days)}.`,
      },
    };
  },
});
