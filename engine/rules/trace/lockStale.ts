import { ALL, type Get } from '../../base/queries.ts';
import { asPath } from '../../base/text.ts';
import { isUnit, bindingKey } from '../../links/code/bindings.ts';
import { debtorsIn, keyOfPair } from '../../links/items/itemBindings.ts';
import { LOCK_PATH, printLock } from '../../links/lock/lock.ts';
import { lock, standingOf } from '../../links/lock/lockAt.ts';
import { withRecorded, type RecordedPair, type Said } from '../../links/lock/recording.ts';
import type { Item } from '../../model/entry.ts';
import { type PairStanding, pairStandingOf } from '../../trace/pairStanding.ts';
import { type Fix, outlineRule, type Remark } from '../rule.ts';
import { atItem } from '../../model/place.ts';
import { changeSaying, elementSaying, LOCKED, LOCKED_PAIR, requirementSaying, unitSaying } from './lockExamples.ts';
import { type Page, placeOfPair } from './pairPlace.ts';

export const lockStale = outlineRule({
  id: 'trace/lock-stale',
  says: {
    zh: 'docket.lock 记着程序与设计单元、条目与所对应的条目一起改过。',
    en: 'docket.lock records pairs that changed together.',
  },
  why: {
    zh: '两边都改过却没有记录，下次就查不出欠账；安装了提交钩子会自动记录，没有安装的由 docket fix 补记。',
    en: 'When both changed and docket.lock does not record it, the next debt cannot be found; the commit hook records it, and elsewhere the fix does.',
  },
  basis: 'practice',
  severity: 'info',
  examples: [
    {
      bad: {
        ...LOCKED,
        ...unitSaying('«LD-REV-07»', '剩余三天提醒。'),
        'src/review/Job.java': 'class Job { int days = 3; }\n',
      },
      message: 'LD-REV-07 与 src/review/Job.java 都改过，docket.lock 还没有记录；docket fix 会补记。',
    },
    { good: { ...LOCKED, ...unitSaying('LD-REV-07') } },
    { good: { ...LOCKED, ...unitSaying('LD-REV-07', '剩余三天提醒。') } },
    {
      bad: { ...LOCKED_PAIR, ...requirementSaying('三'), ...elementSaying('«REQ-REV-012»', '剩余三天的进入队列。') },
      message: 'HD-REV-03 与 REQ-REV-012 都改过，docket.lock 还没有记录；docket fix 会补记。',
    },
    // The change approval of the requirement states why the design stays as it is.
    {
      bad: {
        ...LOCKED_PAIR,
        ...requirementSaying('三'),
        ...elementSaying('«REQ-REV-012»'),
        ...changeSaying('hld, result: not-affected, reason: 参数调整'),
      },
      message: 'REQ-REV-012 变了，BG-2026-0005 已说明 HD-REV-03，docket.lock 还没有记录；docket fix 会补记。',
    },
  ],

  *check({ path, items, links }, { get }) {
    for (const item of items) if (isUnit(item, get)) yield* ofCode(item, get);
    for (const right of debtorsIn(links, get)) {
      const [first] = pairStandingOf(right, get).filter(({ state }) => state === 'unrecorded');
      if (first !== undefined) yield ofPair(first, { path, links }, get);
    }
  },
});

function* ofCode(item: Item, get: Get): Iterable<Remark> {
  const paid = (standingOf(item, get) ?? []).filter(({ state }) => state === 'unrecorded');
  const [first] = paid;
  if (first === undefined) return;
  const { path, symbol } = first.binding;
  const [zh, en] = bothMoved(item.id, symbol ? `${path}#${symbol}` : path);
  yield {
    at: atItem(item.path, item.id),
    id: item.id,
    say: { zh, en },
    fixes: recordIt(
      paid.map(({ binding, left, right }) => ({ key: bindingKey(binding), left, right })),
      AGREED,
      get,
    ),
  };
}

function ofPair({ binding, left, right, change }: PairStanding, page: Page, get: Get): Remark {
  const [zh, en] =
    change === undefined
      ? bothMoved(binding.right, binding.left)
      : [
          `${binding.left} 变了，${change} 已说明 ${binding.right}，docket.lock 还没有记录；docket fix 会补记。`,
          `${binding.left} changed and ${change} covers ${binding.right}, but docket.lock does not record it: run docket fix.`,
        ];
  const said: Said = change === undefined ? AGREED : { ...AGREED, how: 'declared', change };
  return {
    at: placeOfPair(binding, page),
    id: binding.right,
    say: { zh, en },
    fixes: recordIt([{ key: keyOfPair(binding), left, right }], said, get),
  };
}

const AGREED: Said = { how: 'agreed', by: '-', because: '' };

function bothMoved(right: string, left: string): readonly [zh: string, en: string] {
  return [
    `${right} 与 ${left} 都改过，docket.lock 还没有记录；docket fix 会补记。`,
    `${right} and ${left} both changed, but docket.lock does not record it: run docket fix.`,
  ];
}

/** The fix; none when docket.lock has lines that cannot be read, because they would be lost. */
function recordIt(pairs: readonly RecordedPair[], said: Said, get: Get): readonly Fix[] {
  const { agreements, foreign } = get(lock, ALL);
  if (foreign.length > 0) return [];
  const text = printLock(withRecorded(agreements, pairs, said));
  return [
    {
      title: { zh: '记入 docket.lock', en: 'Record it in docket.lock' },
      safe: true,
      edits: [{ do: 'write', path: asPath(LOCK_PATH), text }],
    },
  ];
}
