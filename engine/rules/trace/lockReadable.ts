import { ALL } from '../../base/queries.ts';
import { asPath } from '../../base/text.ts';
import { LOCK_PATH } from '../../links/lock/lock.ts';
import { lock } from '../../links/lock/lockAt.ts';
import { projectRule } from '../rule.ts';
import { atSpan } from '../../model/place.ts';
import { LOCKED } from './lockExamples.ts';

export const lockReadable = projectRule({
  id: 'trace/lock-readable',
  says: { zh: 'docket.lock 的每一行都读得懂。', en: 'Every line of docket.lock has the form of a lock entry.' },
  why: {
    zh: '合并冲突的标记和别处来的行不算记录；读不懂的行等于没有核对过。',
    en: 'Conflict marks and foreign lines record nothing; a line that cannot be read is not an agreement.',
  },
  basis: 'practice',
  severity: 'error',
  examples: [
    {
      bad: { 'docket.lock': `«<<<<<<< HEAD»\n${LOCKED['docket.lock']}` },
      message: 'docket.lock 第 1 行读不懂：<<<<<<< HEAD；请删去这一行（合并时两边都保留）。',
    },
    { good: { 'docket.lock': LOCKED['docket.lock'] ?? '' } },
  ],

  *check({ get, text }) {
    const path = asPath(LOCK_PATH);
    const lines = (text(LOCK_PATH) ?? '').split('\n');
    for (const { line, text: words } of get(lock, ALL).foreign) {
      const start = lines.slice(0, line).reduce((sum, before) => sum + before.length + 1, 0);
      const shown = words.length > 40 ? `${words.slice(0, 40)}…` : words;
      yield {
        at: atSpan(path, { start, end: start + words.length }),
        say: {
          zh: `docket.lock 第 ${line + 1} 行读不懂：${shown}；请删去这一行（合并时两边都保留）。`,
          en: `Delete line ${line + 1} of docket.lock, which is not a lock entry: ${shown} (a merge keeps both sides).`,
        },
      };
    }
  },
});
