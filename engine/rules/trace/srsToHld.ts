import { idsIn } from '../../model/read/references.ts';
import { isDue, movedItem } from '../../trace/moved.ts';
import type { Project } from '../project.ts';
import { itemRule } from '../rule.ts';
import { atItem } from '../../model/place.ts';
import { design, specification } from './examples.ts';
import { isHeld, linkedItems } from './linkedItems.ts';

const REQ = '«REQ-REV-012»';
const APPROVED = { 'records/change-approval/2026/BG-2026-0005.md': '---\nstatus: approved\n---\n# 超期预警\n' };

export const srsToHld = itemRule({
  id: 'trace/srs-to-hld',
  says: {
    zh: '服务期内新增或修改的需求条目都有对应的概要设计要素，或注明不影响设计。',
    en: 'A requirement item that is new or changed in the service period is satisfied by a design element, or says that the design is not affected.',
  },
  why: {
    zh: '合同要求新增开发更新概要设计说明书；变更批准时（没有变更单的，在其后第一次上线时）还没有对应设计，就是没有更新。',
    en: 'New development must reach the high-level design; it did not if its change is approved (or the next release is out) and no element satisfies the item.',
  },
  clauses: ['C3.2-16'],
  severity: 'warning',
  kinds: ['srs-item'],
  examples: [
    {
      bad: { ...specification(REQ), ...design('HD-REV-03', ''), ...APPROVED },
      message:
        'REQ-REV-012 没有对应的概要设计要素；请在概要设计中写“满足：REQ-REV-012”，或在条目中注明“不影响设计”及理由。',
    },
    {
      bad: { ...specification(REQ), ...design('HD-REV-03', '- 满足：REQ-REV-012\n- 状态：deleted'), ...APPROVED },
      message:
        'REQ-REV-012 没有对应的概要设计要素；请在概要设计中写“满足：REQ-REV-012”，或在条目中注明“不影响设计”及理由。',
    },
    { good: { ...specification('REQ-REV-012'), ...design('HD-REV-03', '- 满足：REQ-REV-012'), ...APPROVED } },
    {
      good: { ...specification('REQ-REV-012', '- 不影响设计：只改提示文字'), ...design('HD-REV-03', ''), ...APPROVED },
    },
    { good: { ...specification('REQ-REV-012', '- 追踪：HD-REV-03'), ...design('HD-REV-03', ''), ...APPROVED } },
    // The item existed before the contract began.
    { good: { ...specification('REQ-REV-001'), ...design('HD-REV-03', ''), ...APPROVED } },
    {
      good: {
        ...specification('REQ-REV-012'),
        ...design('HD-REV-03', ''),
        'records/change-approval/2026/BG-2026-0005.md': '---\nstatus: draft\n---\n# 超期预警\n',
      },
    },
    { good: { ...specification('REQ-REV-012'), ...APPROVED } },
  ],

  *check(item, project) {
    const moved = project.get(movedItem, item.id);
    if (moved === undefined || !isDue(moved, project.get) || item.attributes['no_design_impact']) return;
    if (
      project.entries('hld').length === 0 ||
      linkedItems(item, 'satisfies', project).length > 0 ||
      tracesTo(item.attributes['trace'], project)
    )
      return;
    yield {
      at: atItem(item.path, item.id),
      id: item.id,
      say: {
        zh: `${item.id} 没有对应的概要设计要素；请在概要设计中写“满足：${item.id}”，或在条目中注明“不影响设计”及理由。`,
        en: `No design element satisfies ${item.id}: write “满足：${item.id}” in the high-level design, or state in the item why the design is not affected.`,
      },
    };
  },
});

/** Whether an item names a design element that exists. A link in one direction is enough. */
function tracesTo(trace: unknown, project: Project): boolean {
  return (
    typeof trace === 'string' &&
    idsIn(trace).some(id => project.catalogue.kindOfId(id) === 'design-element' && isHeld(id, project))
  );
}
