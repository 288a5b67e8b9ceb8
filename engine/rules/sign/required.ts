import { enumLabel } from '../names.ts';
import { entryRule } from '../rule.ts';
import { signersDue } from '../runner/unmet.ts';
import { keyPlaceOf } from '../../model/place.ts';
import { signaturesOf } from './signatures.ts';

export const required = entryRule({
  id: 'sign/required',
  says: {
    zh: '到了需要签署的状态，规定的各方都已签署。',
    en: 'When the state requires signatures, every signer named has signed.',
  },
  why: {
    zh: '没有签署的确认单、审批单和验收文件没有效力。',
    en: 'Confirmations, approvals and acceptance documents have no force without signatures.',
  },
  clauses: ['C3.1.4-02'],
  severity: 'error',
  examples: [
    {
      bad: {
        'records/signoff-batch/2026/QZ-2026-05.md': '---\nid: «QZ-2026-05»\nstatus: signed\n---\n# 五月签字确认单\n',
      },
      message: 'QZ-2026-05 已签字，缺少“用户确认”的签署。',
    },
    {
      bad: {
        'records/signoff-batch/2026/QZ-2026-05.md':
          '---\nstatus: signed\n«signatures»:\n  - { role: handler, name: 钱二, date: 2026-06-03, method: wet }\n---\n# 五月签字确认单\n',
      },
      message: 'QZ-2026-05 已签字，缺少“用户确认”的签署。',
    },
    {
      good: {
        'records/signoff-batch/2026/QZ-2026-05.md':
          '---\nstatus: signed\nsignatures:\n  - { role: 用户确认, name: 方老师, date: 2026-06-03, method: wet }\n---\n# 五月签字确认单\n',
        'records/signoff-batch/2026/QZ-2026-06.md': '---\nstatus: printed\n---\n# 六月签字确认单\n',
      },
    },
  ],

  *check(page) {
    if (page.entry.broken || page.entry.row !== undefined) return;
    const { id, status } = page.entry;
    const signed = new Set(signaturesOf(page.data).map(({ role }) => role));
    const state = page.kind.states.get(status ?? '')?.label;
    for (const { role, rule } of signersDue(page.kind, page)) {
      if (signed.has(role) || (rule !== undefined && rule !== 'sign/required')) continue;
      const label = enumLabel(page.kind, '/signatures/0/role', role);
      yield {
        at: keyPlaceOf(page.at('/signatures')),
        id,
        say: {
          zh: `${id} ${state?.zh}，缺少“${label.zh}”的签署。`,
          en: `${id} is “${state?.en}” but not signed by ${label.en}: add the signature.`,
        },
      };
    }
  },
});
