import type { Ticket } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';

export const urgentSeverity = entryRule<Ticket>({
  id: 'ticket/urgent-severity',
  says: {
    zh: '影响业务办理的问题定为 P1 或 P2，否则写明理由。',
    en: 'A problem that stops the business of users has level P1 or P2, or the ticket gives the reason.',
  },
  why: {
    zh: '合同要求影响用户业务办理的问题第一时间处理；级别定低了，响应时限也跟着放宽。',
    en: 'A problem that stops the business of users must be handled at once; a lower level would give it a longer target.',
  },
  clauses: ['C3.2-22'],
  severity: 'error',
  kinds: ['ticket'],
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: registered\nseverity: «P3»\naffects_business: true\n---\n# 无法提交\n',
      },
      message: 'WX-2026-0001 影响用户业务办理，级别却是 P3；应为 P1 或 P2，或在 urgent_reason 写明理由。',
    },
    // A row of a journal.
    {
      bad: {
        'records/ticket/2026/WX-2026-05.md':
          '---\nid: WX-2026-05\ntype: journal\nof: ticket\n---\n# 登记簿\n\n| id | 状态 | 级别 | 影响业务办理 |\n| --- | --- | --- | --- |\n| WX-2026-0001 | registered | «P3» | true |\n',
      },
      message: 'WX-2026-0001 影响用户业务办理，级别却是 P3；应为 P1 或 P2，或在 urgent_reason 写明理由。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: registered\nseverity: P2\naffects_business: true\n---\n# 无法提交\n',
      },
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: registered\nseverity: P3\naffects_business: true\nurgent_reason: 只影响一名用户，可换浏览器办理\n---\n# 无法提交\n',
      },
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: duplicate\nseverity: P4\naffects_business: true\n---\n# 无法提交\n',
      },
    },
  ],

  *check({ entry, data, reached, at }) {
    const { severity, affects_business, urgent_reason } = data;
    if (!reached('registered') || affects_business !== true || urgent_reason) return;
    if (severity === undefined || severity === 'P1' || severity === 'P2') return;
    const { id } = entry;
    const raise = { title: { zh: '级别改为 P2', en: 'Raise the level to P2' }, safe: false };
    yield {
      at: at('/severity'),
      id,
      say: {
        zh: `${id} 影响用户业务办理，级别却是 ${severity}；应为 P1 或 P2，或在 urgent_reason 写明理由。`,
        en: `${id} stops the business of users but has level ${severity}: make it P1 or P2, or give the reason in urgent_reason.`,
      },
      fixes: [{ ...raise, edits: [{ do: 'set', at: at('/severity'), value: 'P2' }] }],
    };
  },
});
