import type { Words } from '../../base/words.ts';
import { ALL } from '../../base/queries.ts';
import { symbolWords } from '../../code/symbolWords.ts';
import { changeDebts } from '../../links/changeDebts.ts';
import { type Debt, directDebts } from '../../links/debts.ts';
import type { Item } from '../../model/entry.ts';
import type { Due } from '../../model/owes.ts';
import { catalogue } from '../../model/project.ts';
import { type Change, changeRule, type Report, type Severity } from '../rule.ts';
import { AFTER, approval, BEFORE, CODE, JAVA } from './examples.ts';
import { fellDue } from './fellDue.ts';

const LLD = 'docs/ZZGL-LLD.md';
const unit = (body: string) =>
  `---\nid: ZZGL-LLD\ntype: lld\nstatus: baselined\n---\n# 详细设计\n\n### LD-REV-07 超期提醒任务\n\n- 代码：src/review/Overdue*.java\n\n${body}\n`;
const QUEUE = 'src/review/OverdueReminderQueue.java';
const MARKED = AFTER.replace('void run', 'void «run»');
const files = { 'docket.yml': CODE, [JAVA]: MARKED, [LLD]: unit('剩余两个工作日提醒。') };
const plain = { ...files, [JAVA]: AFTER };
const change = { before: { [JAVA]: BEFORE }, message: '提前三天提醒\n\nChange: BG-2026-0005\n' };
const row = (kind: string, rest: string) => approval('draft', `doc_impact: [{ kind: ${kind}, ${rest} }]\n`);

export const docsOwed = changeRule({
  id: 'commit/docs-owed',
  says: {
    zh: '程序改了，写它的设计单元跟着改，或写明为什么不涉及。',
    en: 'When the program changes, the design unit that describes it changes too, or somebody says why not.',
  },
  why: {
    zh: '合同要求软件修改应及时调整需求、设计、操作说明等文档，确保程序与文档一致。',
    en: 'The contract: a change of the software updates requirements, design and manual, so that program and documents agree.',
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
    // One unit is one document to open, whatever it describes.
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
    // Comments and layout mean nothing.
    { good: { ...plain, [JAVA]: BEFORE.replace('每天', '每个工作日').replace('    remind', '  remind') }, change },
    { good: { ...plain, ...row('lld', 'result: not-affected, reason: 参数调整') }, change },
    // One kind declared pays for that kind alone.
    {
      bad: { ...files, ...row('hld', 'result: not-affected, reason: 参数调整') },
      change,
      message:
        'LD-REV-07 没有跟着改：OverdueReminderJob.run 变了；请更新“超期提醒任务”一节，或在变更审批单的文档影响表写明不涉及的理由（或 docket settle LD-REV-07 --because 理由）。',
    },
  ],

  *check(change) {
    const open = directDebts(change).filter(({ status }) => status === 'open');
    for (const debts of Map.groupBy(open, ({ owed }) => owed.id).values()) yield ofUnit(debts, change);
    // What a change owes by its release is no matter of one commit.
    if (change.stage === 'commit') return;
    const debts = changeDebts(change).filter(({ status, owed }) => status === 'open' && owed.kind !== 'lld');
    for (const [id, owed] of Map.groupBy(debts, debt => debt.change ?? '')) yield* ofChange(id, owed, change);
  },
});

/** One finding a unit, however many of its files changed: it stands at the first that is still there. */
function ofUnit(debts: readonly Debt[], change: Change): Report {
  const [first, ...more] = debts.toSorted((a, b) => Number(a.because.deleted) - Number(b.because.deleted)) as [Debt, ...Debt[]];
  const { owed, because, due } = first;
  const item = change.after.find(owed.id)?.item;
  const file = because.path.slice(because.path.lastIndexOf('/') + 1);
  const what = because.symbol === undefined ? { zh: file, en: file } : symbolWords(because.symbol);
  const [count, countEn] = more.length === 0 ? [' ', ''] : [` 等 ${debts.length} 个文件`, ` and ${more.length} more`];
  const [zh, en] = because.deleted ? ['删除了', 'is gone'] : ['变了', 'changed'];
  const title = item?.title ?? owed.id;
  const unit =
    item === undefined ? [] : [{ at: { path: item.path, item: item.id }, say: { zh: `设计单元 ${item.id}`, en: `The design unit ${item.id}` } }];
  return {
    at: (because.deleted ? placeOfItem(item) : undefined) ?? placeOf(first),
    id: owed.id,
    severity: severityAt(change.stage, due),
    say: {
      zh: `${owed.id} 没有跟着改：${what.zh}${count}${zh}；请更新“${title}”一节，或在变更审批单的文档影响表写明不涉及的理由（或 docket settle ${owed.id} --because 理由）。`,
      en: `${owed.id} did not follow: ${what.en}${countEn} ${en}. Update its section “${title}”, or give the reason why it is not affected in the change approval's table of documents (or docket settle ${owed.id} --because REASON).`,
    },
    related: [
      ...unit,
      ...more.filter(debt => !debt.because.deleted).map(debt => ({ at: placeOf(debt), say: { zh: '它写到的代码', en: 'Code it describes' } })),
    ],
  };
}

function placeOf({ because }: Debt): Report['at'] {
  return because.deleted ? { path: because.path } : { path: because.path, span: because.span ?? { start: 0, end: 0 } };
}

function placeOfItem(item: Item | undefined): Report['at'] | undefined {
  return item && { path: item.path, item: item.id };
}

const STAGES: readonly Due[] = ['commit', 'range', 'release'];

/** Due now is an error, due at the next stage a warning, later a note. */
function severityAt(stage: Change['stage'], due: Due): Severity {
  const ahead = STAGES.indexOf(due.startsWith('release') ? 'release' : due) - STAGES.indexOf(stage);
  return ahead <= 0 ? 'error' : ahead === 1 ? 'warning' : 'info';
}

/** One finding an approval: the kinds it owes are rows of one table. */
function* ofChange(id: string, debts: readonly Debt[], change: Change): Iterable<Report> {
  const { after } = change;
  const entry = after.entry(id);
  if (entry === undefined) return;
  const isDue = debts.some(({ due }) => due === 'range' || fellDue(due, id, after));
  const kinds = debts.map(({ owed }) => kindWords(owed.kind, change));
  const [list, listEn] = [kinds.map(({ zh }) => zh).join('、'), kinds.map(({ en }) => en).join(', ')];
  yield {
    at: { path: entry.path, pointer: '/doc_impact' },
    id,
    severity: isDue ? 'error' : 'info',
    say: {
      zh: `${id} 的代码涉及${list}，既没有更新，也没有说明不涉及；${isDue ? '已到期，' : '发布前'}请更新文档，或在文档影响表写明理由。`,
      en: `The code of ${id} reaches ${listEn}, neither updated nor declared unaffected: ${isDue ? 'this is due now' : 'do it before the release'}, or give the reason in its table of documents.`,
    },
  };
}

function kindWords(kind: string, { after }: Change): Words {
  return after.get(catalogue, ALL).kinds.get(kind)?.label ?? { zh: kind, en: kind };
}
