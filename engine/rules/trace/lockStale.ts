import { ALL } from '../../base/queries.ts';
import { asPath } from '../../base/text.ts';
import { LOCK_PATH, printLock } from '../../links/lock.ts';
import { lock, standingOf } from '../../links/lockAt.ts';
import { recorded } from '../../links/recording.ts';
import { itemRule } from '../rule.ts';
import { LOCKED, unitSaying } from './lockExamples.ts';

export const lockStale = itemRule({
  id: 'trace/lock-stale',
  says: { zh: 'docket.lock 记着程序与设计单元一起改过。', en: 'docket.lock knows that code and unit moved together.' },
  why: {
    zh: '两边都改过却没有记录，下次就看不出谁欠谁；装了提交钩子会自动记录，没装的由修复补记。',
    en: 'When both moved and nobody wrote it down, the next debt cannot be told; the commit hook records it, elsewhere the fix does.',
  },
  basis: 'practice',
  severity: 'info',
  kinds: ['lld-unit'],
  examples: [
    {
      bad: { ...LOCKED, ...unitSaying('«LD-REV-07»', '剩余三天提醒。'), 'src/review/Job.java': 'class Job { int days = 3; }\n' },
      message: 'LD-REV-07 与 src/review/Job.java 都改过，docket.lock 还没有记录；docket fix 会补记。',
    },
    { good: { ...LOCKED, ...unitSaying('LD-REV-07') } },
    { good: { ...LOCKED, ...unitSaying('LD-REV-07', '剩余三天提醒。') } },
  ],

  *check(item, { get }) {
    const paid = (standingOf(item, get) ?? []).filter(({ state }) => state === 'unrecorded');
    const [first] = paid;
    if (first === undefined) return;
    const { path, symbol } = first.binding;
    const { agreements, foreign } = get(lock, ALL);
    const text = printLock(recorded(agreements, paid, { how: 'agreed', by: '-', because: '' }));
    const write = { do: 'write', path: asPath(LOCK_PATH), text } as const;
    yield {
      at: { path: item.path, item: item.id },
      id: item.id,
      say: {
        zh: `${item.id} 与 ${symbol ? `${path}#${symbol}` : path} 都改过，docket.lock 还没有记录；docket fix 会补记。`,
        en: `${item.id} and ${symbol ? `${path}#${symbol}` : path} both moved, and docket.lock does not say so yet: docket fix records it.`,
      },
      // Lines nobody understands would be lost.
      fixes: foreign.length > 0 ? [] : [{ title: { zh: '记入 docket.lock', en: 'Record it in docket.lock' }, safe: true, edits: [write] }],
    };
  },
});
