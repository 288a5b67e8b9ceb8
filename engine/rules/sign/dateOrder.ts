import { enumLabel } from '../names.ts';
import { entryRule } from '../rule.ts';
import { signaturesOf } from './signatures.ts';

export const dateOrder = entryRule({
  id: 'sign/date-order',
  says: {
    zh: '签署不早于文档，编制、审核、批准依次进行。',
    en: 'A signature is not earlier than the document; preparing, checking and approving follow in this order.',
  },
  why: {
    zh: '先批准后编制的签署说明不了审批过程，验收时会被当作补签。',
    en: 'An approval dated before the text it approves proves nothing; at acceptance it counts as signed afterwards.',
  },
  basis: 'practice',
  severity: 'error',
  examples: [
    {
      bad: {
        'records/change-approval/2026/BG-2026-0001.md':
          '---\ncreated: 2026-03-20\nsignatures:\n  - { role: prepared, name: 李四, date: 2026-03-21, method: wet }\n  - { role: approved, name: 何科长, date: «2026-03-20», method: wet }\n---\n# 修复\n',
      },
      message: '“批准”的签署日期 2026-03-20 早于“编制”的 2026-03-21。',
    },
    {
      bad: {
        'records/change-approval/2026/BG-2026-0001.md':
          '---\ncreated: 2026-03-20\nsignatures:\n  - { role: purchaser, name: 何科长, date: «2026-03-19», method: wet }\n---\n# 修复\n',
      },
      message: '“甲方”的签署日期 2026-03-19 早于编制日期 2026-03-20。',
    },
    {
      good: {
        'records/change-approval/2026/BG-2026-0001.md':
          '---\ncreated: 2026-03-20\nsignatures:\n  - { role: approved, name: 何科长, date: 2026-03-21, method: wet }\n  - { role: prepared, name: 李四, date: 2026-03-20, method: wet }\n---\n# 修复\n',
      },
    },
  ],

  *check(page) {
    if (page.entry.broken) return;
    const signatures = signaturesOf(page.data);
    const created = page.data['created'];
    const { id } = page.entry;
    const label = (role = '') => enumLabel(page.kind, '/signatures/0/role', role);
    for (const [n, { role, date }] of signatures.entries()) {
      if (typeof date !== 'string') continue;
      const before = signatures.find(
        other => stepOf(other.role) < stepOf(role) && typeof other.date === 'string' && other.date > date,
      );
      const [then, day] = before
        ? [label(before.role), before.date]
        : [{ zh: '', en: '' }, typeof created === 'string' && created > date ? created : undefined];
      if (day === undefined) continue;
      yield {
        at: page.at(`/signatures/${n}/date`),
        id,
        say: {
          zh: `“${label(role).zh}”的签署日期 ${date} 早于${before ? `“${then.zh}”的` : '编制日期'} ${day}。`,
          en: `The signature “${label(role).en}” of ${date} is before ${before ? `“${then.en}” of` : 'the document of'} ${day}.`,
        },
      };
    }
  },
});

const STEPS = ['prepared', 'checked', 'approved'];

/** The number of the step of a role; NaN for other roles, which may sign in any order. */
function stepOf(role: string | undefined): number {
  const step = STEPS.indexOf(role ?? '');
  return step === -1 ? Number.NaN : step;
}
