import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const escalationRecord = entryRule({
  id: 'ticket/escalation-record',
  says: {
    zh: '二线处理的维护任务处理单写明升级时间、升级类型和处理人。',
    en: 'A ticket of the second line says when, why and to whom it was escalated.',
  },
  why: {
    zh: '二线负责性能优化、应急事件、疑难故障和高级咨询；升级记录是二线履约的证据。',
    en: 'The second line is responsible for tuning, emergencies, difficult faults and advice; the escalation record proves its work.',
  },
  clauses: ['C4.2-01'],
  severity: 'warning',
  kinds: ['ticket'],
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: «processing»\nsupport_line: 2\nhandler: RY-010\nescalated_at: "2026-01-05T09:00:00+08:00"\n---\n# 登录失败\n',
      },
      message: 'WX-2026-0001 缺少“升级类型”（escalation_type）。',
    },
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: «processing»\nsupport_line: 二线\nescalation_type: 疑难故障\nescalated_at: "2026-01-05T09:00:00+08:00"\n---\n# 登录失败\n',
      },
      message: 'WX-2026-0001 缺少“处理人”（handler）。',
    },
    { good: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: processing\nsupport_line: 1\n---\n# 登录失败\n' } },
  ],

  check: page => unmetFor('ticket/escalation-record', page),
});
