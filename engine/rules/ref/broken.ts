import { query } from '../../base/queries.ts';
import type { Words } from '../../base/words.ts';
import { type Embed, embeddedPlace } from '../../links/embeds/embeddedPlace.ts';
import type { Link } from '../../model/entry.ts';
import { nearest } from '../nearest.ts';
import type { Project } from '../project.ts';
import { outlineRule } from '../rule.ts';
import { atLink } from '../../model/place.ts';

/**
 * A name in running text is not a strict reference. trace/req-in-srs reports an item that a confirmation promises, once
 * it is due.
 */
const UNSPOKEN = new Set(['names', 'req_item']);

export const broken = outlineRule({
  id: 'ref/broken',
  says: { zh: '文档引用的编号都存在。', en: 'Every identifier a document refers to exists.' },
  why: {
    zh: '合同要求确保文档资料的一致性和完整性；指向不存在单据的引用证明不了任何事。',
    en: 'Documents must be consistent and complete; a reference to something that does not exist proves nothing.',
  },
  clauses: ['C5.1-02'],
  severity: 'error',
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: closed\nlinks:\n  change: [«BG-2026-0009»]\n---\n# 登录失败\n',
        'records/change-approval/2026/BG-2026-0001.md': '---\nstatus: draft\n---\n# 修复\n',
      },
      message: '没有 BG-2026-0009 这个编号。是否指 BG-2026-0001？',
    },
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: closed\n---\n# 登录失败\n\n## 问题描述\n\n无法登录。\n',
        'records/change-approval/2026/BG-2026-0001.md': '---\nstatus: draft\n---\n# 修复\n\n«![[WX-2026-0001#原因]]»\n',
      },
      message: 'WX-2026-0001 中没有“原因”这一章节。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: closed\nlinks:\n  change: [BG-2026-0001]\n---\n# 登录失败\n',
        'records/change-approval/2026/BG-2026-0001.md': '---\nstatus: draft\n---\n# 修复 [[WX-2026-0001]]\n',
      },
    },
    // Items that a confirmation promises, in any field of the form.
    {
      good: {
        'records/confirmation/2026/QR-2026-001.md':
          '---\nstatus: draft\nlinks:\n  srs_items: [REQ-REV-014]\nitems:\n  - { req_item: REQ-REV-014, title: 预警统计 }\n---\n# 超期预警\n',
      },
    },
  ],

  *check({ path, links }, project) {
    const promised = new Set(links.filter(({ relation }) => relation === 'req_item').map(({ target }) => target));
    for (const [n, link] of links.entries()) {
      const { from, relation, target } = link;
      if (UNSPOKEN.has(relation) || promised.has(target)) continue;
      if (project.find(target) !== undefined) {
        if (embedsNothing(link, project)) yield { at: atLink(path, n), id: from, say: noSection(link) };
        continue;
      }
      const near = nearest(target, project);
      yield {
        at: atLink(path, n),
        id: from,
        say: {
          zh: `没有 ${target} 这个编号。${near ? `是否指 ${near}？` : ''}`,
          en: `There is no ${target}.${near ? ` Did you mean ${near}?` : ''}`,
        },
      };
    }
  },
});

/** The source of a frozen embed existed when the document was signed, so it is not checked. */
function embedsNothing({ relation, target, section, frozen }: Link, { get }: Project): boolean {
  return (
    relation === 'embeds' &&
    section !== undefined &&
    frozen === undefined &&
    !get(isThere, JSON.stringify({ target, section }))
  );
}

/** A query of its own, so that typing in the source document does not run this rule again. */
const isThere = query<boolean>('isThere', (embed, get) => embeddedPlace(get, JSON.parse(embed) as Embed) !== undefined);

function noSection({ target, section = '' }: Link): Words {
  return { zh: `${target} 中没有“${section}”这一章节。`, en: `${target} has no section “${section}”.` };
}
