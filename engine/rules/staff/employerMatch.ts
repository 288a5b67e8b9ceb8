import type { Staff } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const RY = 'people/staff/RY-002.md';
const CONFIG = 'project: { contractor: 示例信息技术有限公司 }\n';

export const employerMatch = entryRule<Staff>({
  id: 'staff/employer-match',
  says: { zh: '服务人员都是中标人的员工。', en: 'Every person in service is employed by the contractor.' },
  why: {
    zh: '合同禁止违法转包；由其他单位派出的人员会被认定为转包线索。',
    en: 'The contract forbids subcontracting; people of another employer look like subcontracting.',
  },
  clauses: ['C4.7-01'],
  severity: 'error',
  kinds: ['staff'],
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [RY]: '---\nstatus: active\nemployer: «另一家科技公司»\n---\n# 钱二\n' },
      message:
        'RY-002 的所属单位“另一家科技公司”不是中标人“示例信息技术有限公司”；请核对劳动关系，写法不同的改为一致。',
    },
    {
      bad: { [RY]: '---\nid: «RY-002»\nstatus: active\n---\n# 钱二\n' },
      message: 'RY-002 缺少“所属单位”（employer）。',
    },
    // A row of a journal.
    {
      bad: {
        'docket.yml': 'project: { contractor: 示例信息技术有限公司 }\n',
        'people/staff/WX-2026-05.md':
          '---\nid: WX-2026-05\ntype: journal\nof: staff\n---\n# 登记簿\n\n| id | 状态 | 所属单位 |\n| --- | --- | --- |\n| RY-002 | active | «另一家科技公司» |\n',
      },
      message:
        'RY-002 的所属单位“另一家科技公司”不是中标人“示例信息技术有限公司”；请核对劳动关系，写法不同的改为一致。',
    },
    { good: { 'docket.yml': CONFIG, [RY]: '---\nstatus: active\nemployer: 示例信息技术有限公司\n---\n# 钱二\n' } },
    { good: { [RY]: '---\nstatus: active\nemployer: 另一家科技公司\n---\n# 钱二\n' } },
  ],

  *check(page, { config }) {
    yield* unmetFor('staff/employer-match', page);
    const { employer } = page.data;
    const { contractor } = config.project;
    const { id, broken } = page.entry;
    if (broken || employer === undefined || contractor === '' || employer.trim() === contractor.trim()) return;
    yield {
      at: page.at('/employer'),
      id,
      say: {
        zh: `${id} 的所属单位“${employer}”不是中标人“${contractor}”；请核对劳动关系，写法不同的改为一致。`,
        en: `${id} is employed by ${employer}, not by the contractor ${contractor}: check it, or write the name in the same way.`,
      },
      fixes: [
        {
          title: { zh: `改为“${contractor}”`, en: `Change it to ${contractor}` },
          safe: false,
          edits: [{ do: 'set', at: page.at('/employer'), value: contractor }],
        },
      ],
    };
  },
});
