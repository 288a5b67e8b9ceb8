import type { Kind } from '../../model/kinds/kinds.ts';
import { placeOf } from '../../model/entry.ts';
import { outline } from '../../model/outline.ts';
import { isDocumentPath } from '../../model/config/projectConfig.ts';
import { changeRule } from '../rule.ts';

const WX = 'records/ticket/2026/WX-2026-0003.md';
const BG = 'records/change-approval/2026/BG-2026-0005.md';
const record = (id: string, type: string, status: string) =>
  `---\nid: ${id}\ntype: ${type}\nstatus: ${status}\n---\n# 一\n`;

export const transition = changeRule({
  id: 'lifecycle/transition',
  says: { zh: '单据的状态沿规定的路径变化。', en: 'The state of a record changes only along the steps of its kind.' },
  why: {
    zh: '跳回已批准之前或从终态退回，会让批准和关闭失去意义；需要重做时走规定的路径（重开、重新报批）。',
    en: 'A record that goes back behind its approval or leaves a final state makes both worthless; to do the work again, reopen it or submit it again.',
  },
  basis: 'practice',
  severity: 'error',
  examples: [
    {
      bad: { [WX]: record('WX-2026-0003', 'ticket', '«processing»') },
      change: { before: { [WX]: record('WX-2026-0003', 'ticket', 'void') } },
      message: 'WX-2026-0003 从“作废”变成“处理中”；“作废”是终态，不能再变，请另立一张单据。',
    },
    {
      bad: { [BG]: record('BG-2026-0005', 'change-approval', '«implemented»') },
      change: { before: { [BG]: record('BG-2026-0005', 'change-approval', 'verified') }, stage: 'commit' },
      message: 'BG-2026-0005 从“已验证”变成“已实施”；从“已验证”只能到：已关闭。',
    },
    // The states in between had no commit of their own.
    {
      good: { [WX]: record('WX-2026-0003', 'ticket', 'closed') },
      change: { before: { [WX]: record('WX-2026-0003', 'ticket', 'registered') } },
    },
    {
      good: { [WX]: record('WX-2026-0003', 'ticket', 'reopened') },
      change: { before: { [WX]: record('WX-2026-0003', 'ticket', 'closed') } },
    },
    { good: { [WX]: record('WX-2026-0003', 'ticket', 'closed') }, change: { before: { [WX]: null } } },
  ],

  *check({ files, before, after }) {
    const documents = files.filter(
      ({ path, how, sort }) => how !== 'deleted' && sort === 'file' && after.get(isDocumentPath, path),
    );
    for (const entry of documents.flatMap(({ path }) => after.get(outline, path).entries)) {
      const kind = after.kind(entry.kind);
      const from = kind?.states.get(before.entry(entry.id)?.status ?? '');
      const to = kind?.states.get(entry.status ?? '');
      if (
        entry.id === '' ||
        kind === undefined ||
        from === undefined ||
        to === undefined ||
        before.entry(entry.id)?.kind !== kind.key
      )
        continue;
      if (from.key === to.key || canReach(kind, from.key, to.key)) continue;
      const next = from.to.flatMap(key => kind.states.get(key)?.label ?? []);
      yield {
        at: placeOf(entry, '/status'),
        id: entry.id,
        say: {
          zh: `${entry.id} 从“${from.label.zh}”变成“${to.label.zh}”；${next.length === 0 ? `“${from.label.zh}”是终态，不能再变，请另立一张单据。` : `从“${from.label.zh}”只能到：${next.map(({ zh }) => zh).join('、')}。`}`,
          en: `${entry.id} went from ${from.label.en} to ${to.label.en}; ${next.length === 0 ? 'no state follows it: open another record.' : `it may change to: ${next.map(({ en }) => en).join(', ')}.`}`,
        },
      };
    }
  },
});

function canReach(kind: Kind, from: string, to: string): boolean {
  const seen = new Set([from]);
  const wave = [from];
  for (let state = wave.pop(); state !== undefined; state = wave.pop()) {
    for (const next of kind.states.get(state)?.to ?? []) {
      if (next === to) return true;
      if (!seen.has(next)) wave.push(next);
      seen.add(next);
    }
  }
  return false;
}
