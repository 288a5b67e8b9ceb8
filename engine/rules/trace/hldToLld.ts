import { approvedAmong, isDue, isOfKind, movedItem } from '../../trace/moved.ts';
import { itemRule } from '../rule.ts';
import { atItem } from '../../model/place.ts';
import { changeIn, design, units } from './examples.ts';
import { linkedItems } from './linkedItems.ts';

export const hldToLld = itemRule({
  id: 'trace/hld-to-lld',
  says: {
    zh: '服务期内新增或修改的概要设计要素都有详细设计单元，或注明不影响详细设计。',
    en: 'A design element that is new or changed in the service period has a unit of detailed design, or says that none is affected.',
  },
  why: {
    zh: '合同要求更新详细设计说明书；概要设计改了而没有单元承接，程序就失去设计依据。',
    en: 'The detailed design must follow: when no unit realizes an element, the program has no design for it.',
  },
  clauses: ['C3.2-17'],
  severity: 'warning',
  kinds: ['design-element'],
  examples: [
    {
      bad: { ...design('«HD-REV-03»', ''), ...units('LD-REV-07', ''), ...changeIn('approved') },
      message:
        'HD-REV-03 没有对应的详细设计单元；请在详细设计中写“实现：HD-REV-03”，或在要素中注明“不影响详细设计”及理由。',
    },
    { good: { ...design('HD-REV-03', ''), ...units('LD-REV-07', '- 实现：HD-REV-03'), ...changeIn('approved') } },
    {
      good: {
        ...design('HD-REV-03', '- 不影响详细设计：由中间件配置实现'),
        ...units('LD-REV-07', ''),
        ...changeIn('approved'),
      },
    },
    { good: { ...design('HD-REV-03', ''), ...units('LD-REV-07', ''), ...changeIn('submitted') } },
    {
      good: {
        ...design('HD-REV-03', ''),
        ...units('LD-REV-07', ''),
        'records/change-approval/2026/BG-2026-0005.md':
          '---\nstatus: approved\nchange_kind: [environment]\n---\n# 增加节点\n',
      },
    },
    { good: { ...design('HD-COM-04', ''), ...units('LD-REV-07', ''), ...changeIn('approved') } },
  ],

  *check(item, project) {
    const moved = project.get(movedItem, item.id);
    if (moved === undefined || !isDue(moved, project.get) || item.attributes['no_unit_impact']) return;
    const changes = approvedAmong(moved.changes, project.get);
    if (changes.length > 0 && !changes.some(change => isOfKind(change, 'program', 'upgrade', 'db_script'))) return;
    if (project.entries('lld').length === 0 || linkedItems(item, 'realizes', project).length > 0) return;
    yield {
      at: atItem(item.path, item.id),
      id: item.id,
      say: {
        zh: `${item.id} 没有对应的详细设计单元；请在详细设计中写“实现：${item.id}”，或在要素中注明“不影响详细设计”及理由。`,
        en: `No unit realizes ${item.id}: write “实现：${item.id}” in the detailed design, or state in the element why none is affected.`,
      },
    };
  },
});
