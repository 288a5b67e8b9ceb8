import type { Ticket } from '../../../docs-schema/generated/types.ts';
import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';

const duplicateOf = (id: string) => `---\nstatus: duplicate\nduplicate_of: ${id}\n---\n# 登录失败\n`;

export const duplicateTarget = crossRule<Ticket>({
  id: 'ticket/duplicate-target',
  says: {
    zh: '重复单指向的原单本身不是重复单，也未作废。',
    en: 'A duplicate names a ticket that is itself neither a duplicate nor void.',
  },
  why: {
    zh: '重复单不计入指标，处理情况全看原单；原单也不算数，这个问题就没有人处理了。',
    en: 'A duplicate is not counted, because the original covers it; if the original does not count either, no ticket handles the problem.',
  },
  basis: 'practice',
  severity: 'error',
  kinds: ['ticket'],
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: closed\n---\n# 登录失败\n',
        'records/ticket/2026/WX-2026-0002.md': duplicateOf('WX-2026-0001'),
        'records/ticket/2026/WX-2026-0003.md': duplicateOf('«WX-2026-0002»'),
      },
      message: 'WX-2026-0003 重复于 WX-2026-0002，而 WX-2026-0002 的状态是“重复”；请指向真正处理的单据。',
    },
    {
      bad: { 'records/ticket/2026/WX-2026-0002.md': duplicateOf('«WX-2026-0002»') },
      message: 'WX-2026-0002 重复于自身；请指向真正处理的单据。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: closed\n---\n# 登录失败\n',
        'records/ticket/2026/WX-2026-0002.md': duplicateOf('WX-2026-0001'),
      },
    },
    { good: { 'records/ticket/2026/WX-2026-0002.md': duplicateOf('WX-2026-0099') } },
  ],

  *check(ticket, project) {
    const { id, data, status, broken } = ticket;
    const target = data.duplicate_of;
    if (broken || status !== 'duplicate' || target === undefined) return;
    const original = project.entry<Ticket>(target);
    if (original === undefined || (original.status !== 'duplicate' && original.status !== 'void')) return;
    const state = project.kind('ticket')?.states.get(original.status)?.label;
    const itself = original.id === id;
    yield {
      at: placeOf(ticket, '/duplicate_of'),
      id,
      say: {
        zh: `${id} 重复于${itself ? '自身' : ` ${target}，而 ${target} 的状态是“${state?.zh}”`}；请指向真正处理的单据。`,
        en: `${id} is a duplicate of ${itself ? 'itself' : `${target}, which is “${state?.en}” itself`}: name the ticket that is being handled.`,
      },
      related: itself
        ? []
        : [{ at: placeOf(original, '/status'), say: { zh: '所指单据', en: 'The ticket that it names' } }],
    };
  },
});
