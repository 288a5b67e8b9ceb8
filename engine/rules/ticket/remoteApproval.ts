import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const remoteApproval = entryRule({
  id: 'ticket/remote-approval',
  says: {
    zh: '远程支持的维护任务处理单写明远程接入审批号。',
    en: 'A ticket handled remotely names the approval of the remote access.',
  },
  why: {
    zh: '远程接入生产网络须经采购人批准；审批号用来证明这次处理已获批准。',
    en: 'Remote access to production needs the approval of the purchaser; its number links the work to the permission.',
  },
  clauses: ['C4.2-02'],
  severity: 'warning',
  kinds: ['ticket'],
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: «processing»\nservice_mode: remote\n---\n# 登录失败\n',
      },
      message: 'WX-2026-0001 缺少“远程接入审批号”（remote_access_ref）。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: processing\nservice_mode: remote\nremote_access_ref: YC-2026-014\n---\n# 登录失败\n',
      },
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: processing\nservice_mode: onsite\n---\n# 登录失败\n',
      },
    },
  ],

  check: page => unmetFor('ticket/remote-approval', page),
});
