import { codeOf, isUnit } from '../../links/code/bindings.ts';
import { standingOf } from '../../links/lock/lockAt.ts';
import { type MissingCode, missingCode, whatIsMissing } from '../../links/code/missingCode.ts';
import type { Item } from '../../model/entry.ts';
import { debtorsIn, documentOf, plainName } from '../../links/items/itemBindings.ts';
import { dueOfItems, isFinal } from '../../links/items/itemDebts.ts';
import { movedItem } from '../../trace/moved.ts';
import { type PairStanding, pairStandingOf } from '../../trace/pairStanding.ts';
import { fellDue } from '../commit/fellDue.ts';
import type { Project } from '../project.ts';
import { outlineRule, type Remark } from '../rule.ts';
import { atItem } from '../../model/place.ts';
import { elementSaying, LOCKED, LOCKED_PAIR, requirementSaying, unitSaying } from './lockExamples.ts';
import { type Page, placeOfPair } from './pairPlace.ts';

export const debt = outlineRule({
  id: 'trace/debt',
  says: {
    zh: '设计单元与它写的程序、设计和测试手册与它们对应的条目，仍是上次核对一致的样子。',
    en: 'A unit and its code, and an item and the item it follows, are unchanged since they last agreed.',
  },
  why: {
    zh: '合同要求确保程序与文档的一致性；docket.lock 记录两边上次一致的时候；此后程序变了而单元没有变，就是欠账。',
    en: 'Programs and documents must agree. docket.lock records when they last agreed; code that changed later without its unit is a debt.',
  },
  clauses: ['C4.5-08'],
  severity: 'error',
  examples: [
    {
      bad: { ...LOCKED, ...unitSaying('«LD-REV-07»'), 'src/review/Job.java': 'class Job { int days = 3; }\n' },
      message:
        'LD-REV-07 欠账：src/review/Job.java 变了，单元没有跟着改；请更新这一节，或 docket settle LD-REV-07 --because 理由。',
    },
    // A new file that matches a pattern of the unit.
    {
      bad: { ...LOCKED, ...unitSaying('«LD-REV-07»'), 'src/review/Other.java': 'class Other {}\n' },
      message:
        'LD-REV-07 欠账：src/review/Other.java 变了，单元没有跟着改；请更新这一节，或 docket settle LD-REV-07 --because 理由。',
    },
    { good: { ...LOCKED, ...unitSaying('LD-REV-07') } },
    {
      good: {
        ...LOCKED,
        ...unitSaying('LD-REV-07'),
        'src/review/Job.java': '/* 二天 */\nclass Job {\n  int days = 2;\n}\n',
      },
    },
    // A unit that changed before its code is work in progress.
    { good: { ...LOCKED, ...unitSaying('LD-REV-07', '剩余三天提醒。') } },
    // The unit was never reviewed.
    { good: { ...unitSaying('LD-REV-07'), 'src/review/Job.java': 'class Job {}\n' } },
    // A requirement changed, and its design did not.
    {
      bad: { ...LOCKED_PAIR, ...requirementSaying('三'), ...elementSaying('«REQ-REV-012»') },
      message: 'HD-REV-03 欠账：REQ-REV-012 变了，没有跟着改；请更新，或 docket settle HD-REV-03 --because 理由。',
    },
    { good: { ...LOCKED_PAIR, ...requirementSaying('两'), ...elementSaying('REQ-REV-012', '另起一段。') } },
    // The requirement is still a draft, or the two were never reviewed.
    { good: { ...LOCKED_PAIR, ...requirementSaying('三', 'draft'), ...elementSaying('REQ-REV-012') } },
    { good: { ...LOCKED, ...requirementSaying('三'), ...elementSaying('REQ-REV-012') } },
  ],

  *check({ path, items, links }, project) {
    for (const item of items) if (isUnit(item, project.get)) yield* ofCode(item, project);
    for (const right of debtorsIn(links, project.get)) {
      const owing = isFinal(right, project.get)
        ? []
        : pairStandingOf(right, project.get).filter(({ state }) => state === 'debt');
      if (owing.length > 0) yield ofPairs(right, owing, { path, links }, project);
    }
  },
});

function* ofCode(item: Item, { get }: Project): Iterable<Remark> {
  const standing = (standingOf(item, get) ?? []).filter(({ state }) => state === 'debt');
  // Only code that is gone has no signature; where the unit names it still, settling would not help.
  const missing = standing.some(({ left }) => left === undefined) ? missingCode(item, get) : [];
  if (missing.length > 0) yield ofMissing(item, missing);
  const codes = new Set(missing.map(codeOf));
  const owing = standing
    .filter(({ binding }) => !codes.has(codeOf(binding)))
    .map(({ binding: { path, symbol } }) => (symbol ? `${path}#${symbol}` : path));
  const [first] = owing;
  if (first === undefined) return;
  const [more, moreEn] = owing.length > 1 ? [` 等 ${owing.length} 处`, ` and ${owing.length - 1} more`] : ['', ''];
  yield {
    at: atItem(item.path, item.id),
    id: item.id,
    say: {
      zh: `${item.id} 欠账：${first}${more} 变了，单元没有跟着改；请更新这一节，或 docket settle ${item.id} --because 理由。`,
      en: `Update the section of ${item.id}, or run docket settle ${item.id} --because REASON: ${first}${moreEn} changed and the unit did not.`,
    },
  };
}

function ofMissing({ id, path }: Item, missing: readonly MissingCode[]): Remark {
  const what = whatIsMissing(missing);
  return {
    at: atItem(path, id),
    id,
    say: {
      zh: `${id} 欠账：${what.zh}；请改正“代码”一行，再核对。`,
      en: `${id} owes: ${what.en}. Correct its “Code” line, then review it.`,
    },
  };
}

/**
 * The report about a debt between two items. Its place is the link from the item that owes to the item that changed.
 * Before the change is in production it is only a warning.
 */
function ofPairs(right: string, owing: readonly PairStanding[], page: Page, project: Project): Remark {
  const names = owing.map(({ binding }) => binding.left);
  const isDue = names.some(left => isInProduction(left, right, project));
  return {
    at: placeOfPair({ right, left: names[0] ?? '' }, page),
    id: right,
    ...(isDue ? {} : { severity: 'warning' as const }),
    say: {
      zh: `${right} 欠账：${names.join('、')} 变了，没有跟着改；请更新，或 docket settle ${plainName(right)} --because 理由。`,
      en: `Update ${right}, or run docket settle ${plainName(right)} --because REASON: ${names.join(', ')} changed and it did not.`,
    },
  };
}

function isInProduction(left: string, right: string, project: Project): boolean {
  const due = dueOfItems(documentOf(right, project.get)?.kind ?? '', project.get);
  return (project.get(movedItem, left)?.changes ?? []).some(change => fellDue(due, change, project));
}
