import { symbolWords } from '../../code/symbolWords.ts';
import { changeDebts } from '../../links/changeDebts.ts';
import { type Debt, directDebts } from '../../links/debts.ts';
import { itemDebts } from '../../links/items/itemDebts.ts';
import type { Item } from '../../model/entry.ts';
import { isBoundToCode } from '../../model/kinds/kinds.ts';
import type { Project } from '../project.ts';
import { type Change, changeRule, type Remark } from '../rule.ts';
import { atItem, atSpan, atStart } from '../../model/place.ts';
import { AFTER, approval, BEFORE, CODE, JAVA } from './examples.ts';
import { ofChange, ofItem, severityAt } from './owedReports.ts';

const LLD = 'docs/ZZGL-LLD.md';
const unit = (body: string) =>
  `---\nid: ZZGL-LLD\ntype: lld\nstatus: baselined\n---\n# 详细设计\n\n### LD-REV-07 超期提醒任务\n\n- 代码：src/review/Overdue*.java\n\n${body}\n`;
const QUEUE = 'src/review/OverdueReminderQueue.java';
const MARKED = AFTER.replace('void run', 'void «run»');
const files = { 'docket.yml': CODE, [JAVA]: MARKED, [LLD]: unit('剩余两个工作日提醒。') };
const plain = { ...files, [JAVA]: AFTER };
const change = { before: { [JAVA]: BEFORE }, message: '提前三天提醒\n\nChange: BG-2026-0005\n' };
const row = (kind: string, rest: string) => approval('draft', `doc_impact: [{ kind: ${kind}, ${rest} }]\n`);

const SRS = 'docs/ZZGL-SRS.md';
const requirement = (id: string, days: string) =>
  `---\nid: ZZGL-SRS\ntype: srs\nstatus: baselined\n---\n# 需求\n\n### ${id} 超期预警规则\n\n剩余${days}个工作日标黄。\n`;
const HLD = 'docs/ZZGL-HLD.md';
const design = (words: string) =>
  `---\nid: ZZGL-HLD\ntype: hld\nstatus: baselined\n---\n# 概要设计\n\n### HD-REV-03 提醒子系统\n\n- 满足：REQ-REV-012\n\n${words}\n`;
const three = { 'docket.yml': CODE, [SRS]: requirement('REQ-REV-012', '三'), [HLD]: design('每日扫描。') };
const owing = Object.fromEntries(
  Object.entries(approval()).map(([path, text]) => [path, text.replace('BG-2026-0005', '«BG-2026-0005»')]),
);
const fromTwo = { before: { [SRS]: requirement('REQ-REV-012', '两') }, message: '提前三天标黄\n' };

export const docsOwed = changeRule({
  id: 'commit/docs-owed',
  says: {
    zh: '程序改了，写它的设计单元跟着改，或写明为什么不涉及。',
    en: 'When the program changes, the design unit that describes it changes too, or the form states why not.',
  },
  why: {
    zh: '合同要求软件修改应及时调整需求、设计、操作说明等文档，确保程序与文档一致。',
    en: 'By contract a change of the software updates requirements, design and manual, so that program and documents agree.',
  },
  clauses: ['C4.5-07', 'C4.5-08'],
  severity: 'error',
  examples: [
    {
      bad: files,
      change: { ...change, stage: 'commit', before: { [JAVA]: BEFORE, 'docket.yml': CODE } },
      message:
        'LD-REV-07 没有跟着改：OverdueReminderJob.run 变了；请更新“超期提醒任务”一节，或在变更审批单的文档影响表写明不涉及的理由（或 docket settle LD-REV-07 --because 理由）。',
    },
    {
      bad: files,
      change,
      message:
        'LD-REV-07 没有跟着改：OverdueReminderJob.run 变了；请更新“超期提醒任务”一节，或在变更审批单的文档影响表写明不涉及的理由（或 docket settle LD-REV-07 --because 理由）。',
    },
    // There is one finding per unit, even when several of its files changed.
    {
      bad: { ...files, [QUEUE]: 'class OverdueReminderQueue {}\n' },
      change: { ...change, before: { [JAVA]: BEFORE, [QUEUE]: null } },
      message:
        'LD-REV-07 没有跟着改：OverdueReminderJob.run 等 2 个文件变了；请更新“超期提醒任务”一节，或在变更审批单的文档影响表写明不涉及的理由（或 docket settle LD-REV-07 --because 理由）。',
    },
    {
      good: { ...plain, [LLD]: unit('剩余三个工作日提醒。') },
      change: { ...change, before: { [JAVA]: BEFORE, [LLD]: unit('剩余两个工作日提醒。') } },
    },
    // A change of comments or layout does not count.
    { good: { ...plain, [JAVA]: BEFORE.replace('每天', '每个工作日').replace('    remind', '  remind') }, change },
    { good: { ...plain, ...row('lld', 'result: not-affected, reason: 参数调整') }, change },
    // There is no message yet: a form of any kind that is committed with the code counts as the form of the commit.
    {
      good: { ...plain, ...row('lld', 'result: not-affected, reason: 参数调整') },
      change: { before: { [JAVA]: BEFORE, ...approval() }, stage: 'commit' },
    },
    // A declaration for one kind of document covers only that kind.
    {
      bad: { ...files, ...row('hld', 'result: not-affected, reason: 参数调整') },
      change,
      message:
        'LD-REV-07 没有跟着改：OverdueReminderJob.run 变了；请更新“超期提醒任务”一节，或在变更审批单的文档影响表写明不涉及的理由（或 docket settle LD-REV-07 --because 理由）。',
    },
    // A requirement changed, and the commit names no change approval.
    {
      bad: { ...three, [SRS]: requirement('«REQ-REV-012»', '三') },
      change: fromTwo,
      message:
        'REQ-REV-012 变了，HD-REV-03 没有跟着改；请更新，或写上变更单并在它的文档影响表说明，或 docket settle HD-REV-03 --because 理由。',
    },
    {
      good: { ...three, [HLD]: design('每日扫描，提前三天。') },
      change: { ...fromTwo, before: { ...fromTwo.before, [HLD]: design('每日扫描。') } },
    },
    // Nothing is owed while the requirement is a draft, or when only the words of the commit name the change.
    { good: { ...three, [SRS]: requirement('REQ-REV-012', '三').replace('baselined', 'draft') }, change: fromTwo },
    { good: three, change: { ...fromTwo, stage: 'commit' } },
    // Under a change approval the documents are due with its release.
    {
      bad: { ...three, ...owing },
      change: { ...fromTwo, message: '提前三天标黄\n\nChange: BG-2026-0005\n' },
      message:
        'BG-2026-0005 的改动涉及概要设计说明书（HD-REV-03），既没有更新，也没有说明不涉及；发布前请更新文档，或在文档影响表写明理由。',
    },
    {
      good: { ...three, ...approval('draft', 'doc_impact: [{ kind: hld, result: not-affected, reason: 参数调整 }]\n') },
      change: { ...fromTwo, message: '提前三天标黄\n\nChange: BG-2026-0005\n' },
    },
  ],

  *check(change) {
    const open = directDebts(change).filter(({ status }) => status === 'open');
    for (const debts of Map.groupBy(open, ({ owed }) => owed.id).values()) yield ofUnit(debts, change);
    // Debts that are due with the release of a change are not reported for one commit.
    if (change.stage === 'commit') return;
    const ofItems = itemDebts(change).filter(({ status }) => status === 'open');
    for (const [item, owed] of Map.groupBy(ofItems, ({ because }) => because.item ?? ''))
      yield ofItem(item, owed, change);
    // Units whose code changed are reported for this commit.
    const debts = changeDebts(change).filter(
      ({ status, owed, because }) =>
        status === 'open' && (because.item !== undefined || !holdsUnits(owed.kind, change.after)),
    );
    for (const [id, owed] of Map.groupBy(debts, debt => debt.change ?? '')) yield* ofChange(id, owed, change);
  },
});

/**
 * One finding per unit, also when several of its files changed. Its place is the first changed file that still exists.
 */
function ofUnit(debts: readonly Debt[], change: Change): Remark {
  const [first, ...more] = debts.toSorted((a, b) => Number(a.because.deleted) - Number(b.because.deleted)) as [
    Debt,
    ...Debt[],
  ];
  const { owed, because, due } = first;
  const item = change.after.find(owed.id)?.item;
  const file = because.path.slice(because.path.lastIndexOf('/') + 1);
  const what = because.symbol === undefined ? { zh: file, en: file } : symbolWords(because.symbol);
  const [count, countEn] = more.length === 0 ? [' ', ''] : [` 等 ${debts.length} 个文件`, ` and ${more.length} more`];
  const [zh, en] = because.deleted ? ['删除了', 'is gone'] : ['变了', 'changed'];
  const title = item?.title ?? owed.id;
  const unit =
    item === undefined
      ? []
      : [{ at: atItem(item.path, item.id), say: { zh: `设计单元 ${item.id}`, en: `The design unit ${item.id}` } }];
  return {
    at: (because.deleted ? placeOfItem(item) : undefined) ?? placeOf(first),
    id: owed.id,
    severity: severityAt(change.stage, due),
    say: {
      zh: `${owed.id} 没有跟着改：${what.zh}${count}${zh}；请更新“${title}”一节，或在变更审批单的文档影响表写明不涉及的理由（或 docket settle ${owed.id} --because 理由）。`,
      en: `Update section “${title}” of ${owed.id}: ${what.en}${countEn} ${en}. Or give the reason why it is not affected in the change approval's table of documents (or docket settle ${owed.id} --because REASON).`,
    },
    related: [
      ...unit,
      ...more
        .filter(debt => !debt.because.deleted)
        .map(debt => ({ at: placeOf(debt), say: { zh: '它写到的代码', en: 'Code it describes' } })),
    ],
  };
}

function placeOf({ because }: Debt): Remark['at'] {
  return because.deleted || because.span === undefined ? atStart(because.path) : atSpan(because.path, because.span);
}

function placeOfItem(item: Item | undefined): Remark['at'] | undefined {
  return item && atItem(item.path, item.id);
}

/** Whether documents of a kind contain units. Their debts to code are already reported for each unit. */
function holdsUnits(kind: string, { catalogue }: Project): boolean {
  return [...catalogue.items.values()].some(item => isBoundToCode(item) && item.kinds.includes(kind));
}
