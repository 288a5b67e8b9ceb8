import { trailersOf } from '../../links/trailers.ts';
import { nearest } from '../nearest.ts';
import { changeRule } from '../rule.ts';
import { inMessage } from './codeCommits.ts';
import { BEFORE, JAVA, PROJECT, ticket } from './examples.ts';

const change = { before: { [JAVA]: BEFORE } };

export const ticketUnknown = changeRule({
  id: 'commit/ticket-unknown',
  says: { zh: '提交说明写的单号和条目都存在。', en: 'Every record and item that a commit message names exists.' },
  why: {
    zh: '写错一位的单号等于没有写：台账、追溯和验收证据都找不到这次修改。',
    en: 'With one wrong digit an identifier names nothing: the ledger, the matrix and the evidence all miss the change.',
  },
  clauses: ['C5.1-02'],
  severity: 'error',
  examples: [
    {
      bad: { ...PROJECT, ...ticket() },
      change: { ...change, message: '提前三天提醒\n\nRefs: «WX-2026-0030»\n' },
      message: '提交说明写的 WX-2026-0030 不存在；请改正单号（是不是 WX-2026-0003？），或先登记这张单据。',
    },
    {
      bad: { ...PROJECT, ...ticket() },
      change: { ...change, message: '提前三天提醒\n\nRefs: WX-2026-0003\nReq: «REQ-REV-099»\n', stage: 'commit' },
      message: '提交说明写的 REQ-REV-099 不存在；请改正单号，或先登记这张单据。',
    },
    { good: { ...PROJECT, ...ticket() }, change: { ...change, message: '提前三天提醒\n\nRefs: WX-2026-0003\n' } },
    { good: PROJECT, change: { ...change, message: '提前三天提醒\n\nReviewed-by: WX-2026-0030\n' } },
    { good: PROJECT, change: { ...change, message: '提前三天提醒\n\nRef: https://example.com/calendar#holidays\n' } },
  ],

  *check({ commits, after }) {
    for (const commit of commits) {
      for (const { key, id, span } of trailersOf(commit.message)) {
        // commit/change-unapproved reports a change approval that does not exist.
        if (key === 'change' || after.find(id) !== undefined) continue;
        const meant = nearest(id, after);
        yield {
          at: inMessage(commit, span),
          id,
          say: {
            zh: `提交说明写的 ${id} 不存在；请改正单号${meant === undefined ? '' : `（是不是 ${meant}？）`}，或先登记这张单据。`,
            en: `The commit message names ${id}, which does not exist: correct it${meant === undefined ? '' : ` (${meant}?)`}, or register the record first.`,
          },
        };
      }
    }
  },
});
