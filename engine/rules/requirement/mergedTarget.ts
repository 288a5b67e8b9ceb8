import type { Requirement } from '../../../docs-schema/generated/types.ts';
import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';

const merged = (into: string) => `---\nstatus: merged\n${into}---\n# 短信提醒\n`;
const XQ = 'records/requirement/2026/XQ-2026-0002.md';
const MAIN = 'records/requirement/2026/XQ-2026-0001.md';

export const mergedTarget = crossRule<Requirement>({
  id: 'requirement/merged-target',
  says: {
    zh: '已合并的需求指明并入哪一件，且那一件仍在办理。',
    en: 'A merged requirement names the requirement it went into, and work on that one continues.',
  },
  why: {
    zh: '合并后原需求不再单独处理，用户要能从并入的那一件看到结果。',
    en: 'A merged requirement is no longer handled separately; its proposer must find the result in the other one.',
  },
  basis: 'practice',
  severity: 'error',
  kinds: ['requirement'],
  examples: [
    {
      bad: { [XQ]: merged('').replace('merged', '«merged»') },
      message: 'XQ-2026-0002 已合并，请在 merged_into 写明并入哪件需求。',
    },
    {
      bad: { [XQ]: merged('merged_into: «XQ-2026-0001»\n'), [MAIN]: '---\nstatus: void\n---\n# 超期提醒\n' },
      message: 'XQ-2026-0002 并入的 XQ-2026-0001 状态是“作废”；请指向正在办理的需求。',
    },
    {
      bad: { [XQ]: merged('merged_into: «XQ-2026-0002»\n') },
      message: 'XQ-2026-0002 并入的 XQ-2026-0002 状态是“已合并”；请指向正在办理的需求。',
    },
    { good: { [XQ]: merged('merged_into: XQ-2026-0001\n'), [MAIN]: '---\nstatus: rejected\n---\n# 超期提醒\n' } },
    { good: { [XQ]: merged('merged_into: XQ-2026-0099\n') } },
  ],

  *check(requirement, project) {
    const { id, data, status, broken } = requirement;
    if (broken || status !== 'merged') return;
    const into = data.merged_into;
    if (!into) {
      const say = {
        zh: `${id} 已合并，请在 merged_into 写明并入哪件需求。`,
        en: `${id} is merged: name the requirement it went into under merged_into.`,
      };
      yield { at: placeOf(requirement, '/status'), id, say };
      return;
    }
    const target = project.entry(into);
    const state =
      target?.status === 'merged' || target?.status === 'void'
        ? project.kind('requirement')?.states.get(target.status)?.label
        : undefined;
    if (state === undefined) return;
    yield {
      at: placeOf(requirement, '/merged_into'),
      id,
      say: {
        zh: `${id} 并入的 ${into} 状态是“${state.zh}”；请指向正在办理的需求。`,
        en: `${id} went into ${into}, which is “${state.en}”: name a requirement on which work continues.`,
      },
    };
  },
});
