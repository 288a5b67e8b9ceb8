import type { ChangeApproval, Deployment } from '../../../docs-schema/generated/types.ts';
import type { Words } from '../../base/words.ts';
import { textIn } from '../../measure/facts/facts.ts';
import { momentIn } from '../../measure/agreed/terms.ts';
import { trailersNamed, trailersOf } from '../../links/trailers.ts';
import type { Entry, EntryOf } from '../../model/entry.ts';
import { approvedAt, asPrinted } from '../approvals.ts';
import { oralPermission } from '../change/implementation.ts';
import { linkedIds } from '../linked.ts';
import { type Change, changeRule, type Remark } from '../rule.ts';
import { type CodeCommit, codeCommits, filesNamed, inMessage, isUnwritten } from './codeCommits.ts';
import { AFTER, approval, BEFORE, CODE, JAVA, PROJECT, ticket } from './examples.ts';
import { recordAt } from './recordAt.ts';

const change = { before: { [JAVA]: BEFORE }, at: '2026-04-03T10:00:00+08:00' };
const plain = { ...change, message: '提前三天提醒\n\nRefs: WX-2026-0003\nChange: BG-2026-0005\n' };
const marked = { ...change, message: '提前三天提醒\n\nChange: «BG-2026-0005»\n' };
const files = { 'docket.yml': CODE, [JAVA]: AFTER, ...ticket() };
const deployed = {
  'records/deployment/2026/BS-2026-003.md':
    '---\nid: BS-2026-003\ntype: deployment\nstatus: success\nchanges: [BG-2026-0005]\nrelease_tag: v2.4.0\nstarted_at: "2026-04-08T20:00:00+08:00"\n---\n# 上线\n',
};
const yes = (at: string) => `approvals: [{ person: A-02, at: "${at}" }]\n`;

/** Kinds of forms by which the purchaser permits a change. A data fix has approvals of its own. */

export const changeUnapproved = changeRule({
  id: 'commit/change-unapproved',
  says: {
    zh: '提交所写的变更审批单有效；随版本上线的程序修改，在上线前已获批准。',
    en: 'The change approval that a commit names is valid, and a release contains only changes that were approved before it.',
  },
  why: {
    zh: '合同要求程序修改（升级）或数据库脚本获得许可后方可实施；代码可以先提交，上线之前必须有批准。',
    en: 'A program is changed in production only after permission; code may be committed before the approval, but not released.',
  },
  clauses: ['C4.5-05'],
  severity: 'error',
  examples: [
    {
      bad: PROJECT,
      change: { ...marked, stage: 'commit' },
      message: '提交所写的变更审批单 BG-2026-0005 不存在；请改正单号，或先起草审批单（docket new change-approval）。',
    },
    {
      bad: { ...files, ...approval('rejected') },
      change: { ...marked, stage: 'commit' },
      message: 'BG-2026-0005 已是“不予批准”，不能再为它改程序；请另报审批单，或改正单号。',
    },
    {
      bad: { ...files, ...approval('closed') },
      change: marked,
      message: 'BG-2026-0005 已是“已关闭”，不能再为它改程序；请另报审批单，或改正单号。',
    },
    {
      bad: { ...files, ...approval('implemented', yes('2026-04-10T09:00:00+08:00')), ...deployed },
      change: { ...marked, tags: ['v2.4.0'] },
      message:
        '提交已随 v2.4.0 上线（2026-04-08 20:00），BG-2026-0005 在 2026-04-10 09:00 才批准；须获得许可后方可实施。',
    },
    {
      bad: { ...files, ...deployed },
      change: { ...change, message: '«提前三天提醒»\n\nRefs: WX-2026-0003\n', tags: ['v2.4.0'] },
      message:
        '提交改了 OverdueReminderJob.java 并已随 v2.4.0 上线，没有变更审批单；请补报审批单，并在提交说明写明 Change: 审批单号。',
    },
    { good: { ...files, ...approval('draft') }, change: { ...plain, stage: 'commit' } },
    {
      good: { ...files, ...approval('implemented', yes('2026-04-02T09:00:00+08:00')), ...deployed },
      change: { ...plain, tags: ['v2.4.0'] },
    },
    // The approval of the ticket's change covers what the ticket names.
    {
      good: {
        ...files,
        ...approval('implemented', `links: { ticket: [WX-2026-0003] }\n${yes('2026-04-02T09:00:00+08:00')}`),
        ...deployed,
      },
      change: { ...plain, message: '提前三天提醒\n\nRefs: WX-2026-0003\n', tags: ['v2.4.0'] },
    },
  ],

  *check(change) {
    const releases = change.stage === 'range' ? releasesOf(change) : [];
    for (const { commit, code } of codeCommits(change)) {
      if (isUnwritten(commit)) continue;
      const invalid = [...notInForce(commit, change)];
      yield* invalid;
      const release =
        invalid.length > 0 || commit.hash === undefined ? undefined : releaseWith(commit.hash, releases, change);
      if (release !== undefined) yield* releasedUnapproved({ commit, code }, release, change);
    }
  },
});

function* notInForce(commit: CodeCommit['commit'], change: Change): Iterable<Remark> {
  for (const { key, id, span } of trailersOf(commit.message)) {
    if (key !== 'change') continue;
    const form = recordAt(id, commit, change);
    const say = form === undefined ? missing(id) : refusal(form, change);
    if (say !== undefined) yield { at: inMessage(commit, span), id, say };
  }
}

function missing(id: string): Words {
  return {
    zh: `提交所写的变更审批单 ${id} 不存在；请改正单号，或先起草审批单（docket new change-approval）。`,
    en: `The commit names the change approval ${id}, which does not exist: correct the identifier, or draft the form first (docket new change-approval).`,
  };
}

function refusal({ id, kind, status }: Entry, { after }: Change): Words | undefined {
  if (!after.kind(kind)?.approves)
    return {
      zh: `${id} 不是变更审批单；请在 Change: 写审批单号。`,
      en: `${id} is not a change approval: write the identifier of a change approval after Change:.`,
    };
  const state = after.kind(kind)?.states.get(status ?? '');
  if (!state?.final) return undefined;
  return {
    zh: `${id} 已是“${state.label.zh}”，不能再为它改程序；请另报审批单，或改正单号。`,
    en: `${id} is ${state.label.en.toLowerCase()}and takes no more code: have a new change approved, or correct the identifier.`,
  };
}

interface Release {
  readonly tag: string;
  readonly when: string;
  readonly moment: number;
}

/** Deployments that have begun and name a tag, by the time they began. */
function releasesOf({ after }: Change): readonly Release[] {
  return after
    .entries<Deployment>('deployment')
    .filter(deployment => after.reached(deployment, 'executing'))
    .flatMap(({ data: { release_tag: tag, started_at: when } }) => {
      const moment = momentIn(after.config, when);
      return typeof tag !== 'string' || when === undefined || moment === undefined ? [] : [{ tag, when, moment }];
    })
    .sort((a, b) => a.moment - b.moment);
}

function releaseWith(hash: string, releases: readonly Release[], { past }: Change): Release | undefined {
  if (releases.length === 0) return undefined;
  const tags = past.tagsWith(hash);
  return releases.find(({ tag }) => tags.includes(tag));
}

function* releasedUnapproved(
  { commit, code }: CodeCommit,
  { tag, when, moment }: Release,
  { after }: Change,
): Iterable<Remark> {
  const forms = formsFor(commit.message, after);
  if (forms.length === 0) {
    const files = filesNamed(code);
    const zh = `提交改了 ${files.zh} 并已随 ${tag} 上线，没有变更审批单；请补报审批单，并在提交说明写明 Change: 审批单号。`;
    const en = `The commit changes ${files.en} and went live with ${tag}, but no change approval covers it: have one approved and name it with Change:.`;
    return yield { at: inMessage(commit), say: { zh, en } };
  }
  const answers = forms.map(form => ({ form, approval: approvedAt(form.data as ChangeApproval, after.config) }));
  const isCovered = ({ form, approval }: (typeof answers)[number]) =>
    (approval?.at ?? Number.POSITIVE_INFINITY) <= moment ||
    (oralPermission(form as EntryOf<ChangeApproval>, after) ?? Number.POSITIVE_INFINITY) <= moment;
  if (answers.some(isCovered)) return;
  const [{ form: { id = '' } = {}, approval } = {}] = answers;
  const span = trailersOf(commit.message).find(trailer => trailer.id === id)?.span;
  const zh = approval ? `${id} 在 ${asPrinted(textIn(approval.when))} 才批准` : `${id} 没有批准`;
  const en = approval ? `${id} was approved at ${asPrinted(textIn(approval.when))}` : `${id} is not approved`;
  yield {
    at: inMessage(commit, span),
    id,
    say: {
      zh: `提交已随 ${tag} 上线（${asPrinted(when)}），${zh}；须获得许可后方可实施。`,
      en: `The commit went live with ${tag} (${asPrinted(when)}), but ${en}: a change needs permission first.`,
    },
  };
}

/** The change approvals that the message names; if it names none, those of the records it refers to. */
function formsFor(message: string, after: Change['after']): readonly Entry[] {
  const own = trailersNamed(message, 'change');
  const ids =
    own.length > 0
      ? own
      : trailersNamed(message, 'refs').flatMap(id => [id, ...linkedIds(after, id, 'change', 'change-approval')]);
  return ids.flatMap(id => after.entry(id) ?? []).filter(({ kind }) => after.kind(kind)?.approves === true);
}
