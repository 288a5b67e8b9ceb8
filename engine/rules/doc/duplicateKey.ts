import type { Words } from '../../base/words.ts';
import { documentRule } from '../rule.ts';
import { atSpan } from '../../model/place.ts';

export const duplicateKey = documentRule({
  id: 'doc/duplicate-key',
  says: { zh: '同一字段只写一次。', en: 'Each field is written only once.' },
  why: {
    zh: '同一字段写了两次，只有前一个有效，后一个无声丢失。',
    en: 'When a field is written twice only the first counts, and the other is lost without a message.',
  },
  clauses: ['C4.5-01'],
  severity: 'error',
  examples: [
    {
      bad: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: registered\n«status»: closed\n---\n# 登录失败\n' },
      message: '“status”写了两次，以前一个为准：请删去一个。',
    },
    {
      bad: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: registered\n«状态»: 已关闭\n---\n# 登录失败\n' },
      message: '“状态”与 status 是同一字段，以前一个为准：请删去一个。',
    },
    { good: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: registered\n---\n# 登录失败\n' } },
  ],

  *check({ document, entries }) {
    for (const { code, detail, span } of document.problems) {
      if (code === 'yaml-duplicate-key')
        yield { at: atSpan(document.path, span), say: written(`“${detail}”写了两次`, `“${detail}” is written twice`) };
    }
    for (const { code, name, key, span } of entries[0]?.normalised.notes ?? []) {
      if (code === 'twice')
        yield {
          at: atSpan(document.path, span),
          say: written(`“${name}”与 ${key} 是同一字段`, `“${name}” and ${key} are one field`),
        };
    }
  },
});

function written(zh: string, en: string): Words {
  return { zh: `${zh}，以前一个为准：请删去一个。`, en: `${en}: delete one (the first counts).` };
}
