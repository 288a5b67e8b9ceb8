import type { Confirmation } from '../../../docs-schema/generated/types.ts';
import { parseInstant } from '../../measure/time/instant.ts';
import { momentIn } from '../../measure/agreed/terms.ts';
import { trailersOf } from '../../links/trailers.ts';
import { codeGroup } from '../../model/config/codeGroups.ts';
import type { EntryOf } from '../../model/entry.ts';
import { asPrinted } from '../approvals.ts';
import { linkedIds } from '../linked.ts';
import type { Project } from '../project.ts';
import { changeRule } from '../rule.ts';
import { codeCommits, inMessage, isUnwritten } from './codeCommits.ts';
import { BEFORE, JAVA, PROJECT } from './examples.ts';

const change = { before: { [JAVA]: BEFORE }, at: '2026-03-08T16:00:00+08:00' };
const XQ = {
  'records/requirement/2026/XQ-2026-0001.md':
    '---\nid: XQ-2026-0001\ntype: requirement\nstatus: confirmed\n---\n# 超期提醒\n',
};
const QR = (signed: string) => ({
  'records/confirmation/2026/QR-2026-001.md': `---\nid: QR-2026-001\ntype: confirmation\nstatus: ${signed === '' ? 'submitted' : 'signed'}\nrequirements: [XQ-2026-0001]\n${signed}items: [{ req_item: REQ-REV-012 }]\n---\n# 超期提醒\n`,
});
const files = { ...PROJECT, ...XQ };

export const confirmationFirst = changeRule({
  id: 'commit/confirmation-first',
  says: {
    zh: '新增功能在需求确认单签订之后才开发。',
    en: 'The code of a new feature is written after its confirmation was signed.',
  },
  why: {
    zh: '合同要求新增开发内容签订需求确认单；先开发后确认，做的就可能不是双方认可的内容。',
    en: 'New development needs a signed confirmation; code written earlier may differ from what both sides agreed on.',
  },
  clauses: ['C3.2-14'],
  severity: 'error',
  examples: [
    {
      bad: { ...files, ...QR('signed_at: 2026-03-10\n') },
      change: { ...change, message: '超期预警\n\nRefs: «XQ-2026-0001»\n' },
      message: '2026-03-08 16:00 的提交已开始开发，QR-2026-001 在 2026-03-10 才签订；新增功能须先签需求确认单。',
    },
    {
      bad: { ...files, ...QR('') },
      change: { ...change, message: '超期预警\n\nRefs: WX-2026-0003\nReq: «REQ-REV-012»\n', stage: 'commit' },
      message: '2026-03-08 16:00 的提交已开始开发，QR-2026-001 还没有签订；新增功能须先签需求确认单。',
    },
    {
      good: { ...files, ...QR('signed_at: 2026-03-08\n') },
      change: { ...change, message: '超期预警\n\nRefs: XQ-2026-0001\n' },
    },
    { good: files, change: { ...change, message: '超期预警\n\nRefs: XQ-2026-0001\n' } },
  ],

  *check(change) {
    const { after } = change;
    const told = new Set<string>();
    for (const { commit, code } of codeCommits(change)) {
      if (
        isUnwritten(commit) ||
        !code.some(path => ['program', 'script'].includes(after.get(codeGroup, path)?.kind ?? ''))
      )
        continue;
      for (const { id, span } of trailersOf(commit.message)) {
        for (const confirmation of confirmationsOf(id, after)) {
          const signed = momentIn(after.config, confirmation.data.signed_at);
          const written = parseInstant(commit.at);
          if (told.has(confirmation.id) || written === undefined || (signed !== undefined && signed <= written))
            continue;
          told.add(confirmation.id);
          const when = asPrinted(commit.at);
          const [zh, en] =
            signed === undefined
              ? ['还没有签订', 'is not signed yet']
              : [
                  `在 ${asPrinted(confirmation.data.signed_at)} 才签订`,
                  `was signed on ${asPrinted(confirmation.data.signed_at)}`,
                ];
          yield {
            at: inMessage(commit, span),
            id: confirmation.id,
            say: {
              zh: `${when} 的提交已开始开发，${confirmation.id} ${zh}；新增功能须先签需求确认单。`,
              en: `The commit of ${when} begins the work, but ${confirmation.id} ${en}: have the confirmation of a new feature signed first.`,
            },
          };
        }
      }
    }
  },
});

/** The confirmations of a record: itself, or those of the requirement, requirement item or change that the id names. */
function confirmationsOf(id: string, after: Project): readonly EntryOf<Confirmation>[] {
  const entry = after.entry(id);
  const near =
    entry?.kind === 'change-approval'
      ? [id, ...['confirmation', 'requirement', 'srs_items'].flatMap(relation => linkedTo(after, id, relation))]
      : [id];
  const ids = near.flatMap(name => [name, ...linkedIds(after, name, 'confirmation', 'confirmation')]);
  return [...new Set(ids)]
    .flatMap(name => after.entry<Confirmation>(name) ?? [])
    .filter(({ kind, status }) => kind === 'confirmation' && status !== 'withdrawn');
}

function linkedTo(after: Project, id: string, relation: string): readonly string[] {
  return after.linksFrom(id).flatMap(link => (link.relation === relation ? [link.target] : []));
}
