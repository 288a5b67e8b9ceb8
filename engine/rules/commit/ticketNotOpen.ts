import { trailersOf } from '../../links/trailers.ts';
import { changeRule } from '../rule.ts';
import { codeCommits, inMessage } from './codeCommits.ts';
import { BEFORE, JAVA, PROJECT, ticket } from './examples.ts';
import { recordAt } from './recordAt.ts';

const change = { before: { [JAVA]: BEFORE }, message: '提前三天提醒\n\nRefs: «WX-2026-0003»\n' };
const plain = { ...change, message: '提前三天提醒\n\nRefs: WX-2026-0003\n' };

export const ticketNotOpen = changeRule({
  id: 'commit/ticket-not-open',
  says: { zh: '改程序时，所写的工单还没有关闭。', en: 'The ticket that a code change names is still open.' },
  why: {
    zh: '为已关闭的工单再改代码，说明工单关早了，或写错了单号；重开工单，处理过程才完整。',
    en: 'Code changed for a closed ticket means that the ticket was closed too early or is the wrong one; reopening it keeps the record complete.',
  },
  clauses: ['C4.5-01'],
  severity: 'warning',
  examples: [
    {
      bad: { ...PROJECT, ...ticket('closed') },
      change,
      message: '提交为 WX-2026-0003 改程序，这张工单当时已是“已关闭”；请重开工单，或改正单号。',
    },
    {
      bad: { ...PROJECT, ...ticket('void') },
      change,
      message: '提交为 WX-2026-0003 改程序，这张工单当时已是“作废”；请重开工单，或改正单号。',
    },
    { good: { ...PROJECT, ...ticket('reopened') }, change: plain },
    { good: { ...PROJECT, ...ticket('resolved') }, change: plain },
  ],

  *check(change) {
    for (const { commit } of codeCommits(change)) {
      for (const { key, id, span } of trailersOf(commit.message)) {
        const ticket = key === 'refs' ? recordAt(id, commit, change) : undefined;
        const state = ticket && change.after.kind(ticket.kind)?.states.get(ticket.status ?? '');
        if (ticket?.kind !== 'ticket' || !state?.final) continue;
        yield {
          at: inMessage(commit, span),
          id,
          say: {
            zh: `提交为 ${id} 改程序，这张工单当时已是“${state.label.zh}”；请重开工单，或改正单号。`,
            en: `The commit changes the program for ${id}, which was ${state.label.en.toLowerCase()} by then: reopen the ticket, or correct the identifier.`,
          },
        };
      }
    }
  },
});
