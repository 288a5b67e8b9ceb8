import { standingOf } from '../../links/lockAt.ts';
import { itemRule } from '../rule.ts';
import { LOCKED, unitSaying } from './lockExamples.ts';

export const debt = itemRule({
  id: 'trace/debt',
  says: { zh: '设计单元与它写的程序，仍是上次核对一致的样子。', en: 'A design unit and its code are as they were when they last agreed.' },
  why: {
    zh: '合同要求确保程序与文档的一致性；docket.lock 记着上次谁核对过，程序变了而单元没变，就是欠账。',
    en: 'Programs and documents have to agree. docket.lock remembers when they last did; code that moved on without its unit is a debt.',
  },
  clauses: ['C4.5-08'],
  severity: 'error',
  kinds: ['lld-unit'],
  examples: [
    {
      bad: { ...LOCKED, ...unitSaying('«LD-REV-07»'), 'src/review/Job.java': 'class Job { int days = 3; }\n' },
      message: 'LD-REV-07 欠账：src/review/Job.java 变了，单元没有跟着改；请更新这一节，或 docket settle LD-REV-07 --because 理由。',
    },
    // A file that came in under the globs of the unit.
    {
      bad: { ...LOCKED, ...unitSaying('«LD-REV-07»'), 'src/review/Other.java': 'class Other {}\n' },
      message: 'LD-REV-07 欠账：src/review/Other.java 变了，单元没有跟着改；请更新这一节，或 docket settle LD-REV-07 --because 理由。',
    },
    { good: { ...LOCKED, ...unitSaying('LD-REV-07') } },
    { good: { ...LOCKED, ...unitSaying('LD-REV-07'), 'src/review/Job.java': '/* 二天 */\nclass Job {\n  int days = 2;\n}\n' } },
    // The unit ahead of its code is work in progress.
    { good: { ...LOCKED, ...unitSaying('LD-REV-07', '剩余三天提醒。') } },
    // Nobody ever reviewed it.
    { good: { ...unitSaying('LD-REV-07'), 'src/review/Job.java': 'class Job {}\n' } },
  ],

  *check(item, { get }) {
    const owing = (standingOf(item, get) ?? [])
      .filter(({ state }) => state === 'debt')
      .map(({ binding: { path, symbol } }) => (symbol ? `${path}#${symbol}` : path));
    const [first] = owing;
    if (first === undefined) return;
    const [more, moreEn] = owing.length > 1 ? [` 等 ${owing.length} 处`, ` and ${owing.length - 1} more`] : ['', ''];
    yield {
      at: { path: item.path, item: item.id },
      id: item.id,
      say: {
        zh: `${item.id} 欠账：${first}${more} 变了，单元没有跟着改；请更新这一节，或 docket settle ${item.id} --because 理由。`,
        en: `${item.id} owes: ${first}${moreEn} changed and the unit did not. Update its section, or docket settle ${item.id} --because REASON.`,
      },
    };
  },
});
