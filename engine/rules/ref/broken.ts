import { nearest } from '../nearest.ts';
import { outlineRule } from '../rule.ts';

/** Names in prose are weak; an item promised by a confirmation is trace/req-in-srs's business, once it is due. */
const UNSPOKEN = new Set(['names', 'req_item']);

export const broken = outlineRule({
  id: 'ref/broken',
  says: { zh: '文档引用的编号都存在。', en: 'Every identifier a document refers to exists.' },
  why: {
    zh: '合同要求确保文档资料的一致性和完整性；指向不存在单据的引用证明不了任何事。',
    en: 'Documents have to be consistent and complete; a reference that leads nowhere proves nothing.',
  },
  clauses: ['C5.1-02'],
  severity: 'error',
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: closed\nlinks:\n  change: [«BG-2026-0009»]\n---\n# 登录失败\n',
        'records/change-approval/2026/BG-2026-0001.md': '---\nstatus: draft\n---\n# 修复\n',
      },
      message: '没有 BG-2026-0009 这个编号。是否指 BG-2026-0001？',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: closed\nlinks:\n  change: [BG-2026-0001]\n---\n# 登录失败\n',
        'records/change-approval/2026/BG-2026-0001.md': '---\nstatus: draft\n---\n# 修复 [[WX-2026-0001]]\n',
      },
    },
  ],

  *check({ path, links }, project) {
    for (const [n, { from, relation, target }] of links.entries()) {
      if (UNSPOKEN.has(relation) || project.find(target) !== undefined) continue;
      const near = nearest(target, project);
      yield {
        at: { path, link: n },
        id: from,
        say: {
          zh: `没有 ${target} 这个编号。${near ? `是否指 ${near}？` : ''}`,
          en: `There is no ${target}.${near ? ` Did you mean ${near}?` : ''}`,
        },
      };
    }
  },
});
