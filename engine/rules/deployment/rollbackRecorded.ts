import type { Deployment } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const BS = 'records/deployment/2025/BS-2025-002.md';
const RECORDED = 'rolled_back_at: "2025-11-19T20:10:00+08:00"\nrollback_reason: 建索引锁等待超时\n';
const SECTION = '\n## 回退情况\n\n程序换回 v2.3.1，索引未建成，业务恢复正常。\n';

export const rollbackRecorded = entryRule<Deployment>({
  id: 'deployment/rollback-recorded',
  says: {
    zh: '回退的部署写明原因、时间和回退后的状态。',
    en: 'A deployment that was rolled back states the reason, the time and the situation after the rollback.',
  },
  why: {
    zh: '回退是一次失败的实施，要计入变更成功率，也要说明下次怎样避免。',
    en: 'A rollback is a failed change: it counts in the figures, and the next attempt must know what went wrong.',
  },
  basis: 'practice',
  severity: 'error',
  kinds: ['deployment'],
  examples: [
    {
      bad: {
        [BS]: `---\nstatus: «rolled_back»\nresult: rolled_back\nrolled_back_at: "2025-11-19T20:10:00+08:00"\n---\n# 上线\n${SECTION}`,
      },
      message: 'BS-2025-002 缺少“回退原因”（rollback_reason）。',
    },
    {
      bad: { [BS]: `---\nstatus: «rolled_back»\nresult: rolled_back\n${RECORDED}---\n# 上线\n` },
      message: 'BS-2025-002 缺少章节“回退情况”。',
    },
    {
      bad: { [BS]: `---\nstatus: rolled_back\nresult: «success»\n${RECORDED}---\n# 上线\n${SECTION}` },
      message: 'BS-2025-002 的状态是已回退，部署结果却不是“已回退”；请把 result 改为 rolled_back。',
    },
    // A row of a journal.
    {
      bad: {
        'records/deployment/2025/WX-2026-05.md':
          '---\nid: WX-2026-05\ntype: journal\nof: deployment\n---\n# 登记簿\n\n| id | 状态 | 部署结果 | 回退时间 | 回退原因 |\n| --- | --- | --- | --- | --- |\n| «BS-2025-002» | rolled_back | rolled_back | 2025-11-19T20:10:00+08:00 | 建索引锁等待超时 |\n',
      },
      message: 'BS-2025-002 缺少章节“回退情况”。',
    },
    { good: { [BS]: `---\nstatus: rolled_back\nresult: rolled_back\n${RECORDED}---\n# 上线\n${SECTION}` } },
    { good: { [BS]: '---\nstatus: success\nresult: success\n---\n# 上线\n' } },
  ],

  *check(page) {
    yield* unmetFor('deployment/rollback-recorded', page);
    const { id, status, broken } = page.entry;
    const { result } = page.data;
    if (broken || status !== 'rolled_back' || result === undefined || result === 'rolled_back') return;
    const title = { zh: '把部署结果改为已回退', en: 'Set the result to rolled_back' };
    yield {
      at: page.at('/result'),
      id,
      say: {
        zh: `${id} 的状态是已回退，部署结果却不是“已回退”；请把 result 改为 rolled_back。`,
        en: `${id} is rolled back, but its result differs: set result to rolled_back.`,
      },
      fixes: [{ title, safe: false, edits: [{ do: 'set', at: page.at('/result'), value: 'rolled_back' }] }],
    };
  },
});
