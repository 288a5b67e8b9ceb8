import type { Holder } from '../../model/outline.ts';
import { outlineRule } from '../rule.ts';
import { atItem, atValue } from '../../model/place.ts';

export const duplicate = outlineRule({
  id: 'id/duplicate',
  says: { zh: '一个编号只属于一份单据或一个条目。', en: 'Each identifier belongs to one record or item only.' },
  why: {
    zh: '两份单据同号时，所有引用都不再能证明指的是哪一份。',
    en: 'When two records have the same identifier, a reference does not show which one is meant.',
  },
  clauses: ['C3.2-04'],
  severity: 'error',
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md': '---\nid: WX-2026-0001\nstatus: registered\n---\n# 登录失败\n',
        'records/ticket/2026/WX-2026-0002.md': '---\nid: «WX-2026-0001»\nstatus: registered\n---\n# 打印错位\n',
      },
      message: 'WX-2026-0001 已被 records/ticket/2026/WX-2026-0001.md 使用。',
    },
    {
      bad: {
        'records/ticket/2026/WX-2026-0001-副本.md': '---\nid: «WX-2026-0001»\nstatus: registered\n---\n# 登录失败\n',
        'records/ticket/2026/WX-2026-0001.md': '---\nid: WX-2026-0001\nstatus: registered\n---\n# 登录失败\n',
      },
      message: 'WX-2026-0001 已被 records/ticket/2026/WX-2026-0001.md 使用。',
    },
    { good: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: registered\n---\n# 登录失败\n' } },
  ],

  *check({ path, entries, items }, project) {
    const held = [
      ...entries.map(({ id, row }) => ({ id, at: atValue(path, '/id', row) })),
      ...items.map(({ id }) => ({ id, at: atItem(path, id) })),
    ];
    for (const { id, at } of held) {
      if (id === '') continue;
      const first = rightful(id, project.holders(id));
      const where = first?.entry?.path ?? first?.item?.path;
      if (where === undefined || where === path) continue;
      yield {
        at,
        id,
        say: {
          zh: `${id} 已被 ${where} 使用。`,
          en: `${id} is already used by ${where}: give this one another identifier.`,
        },
        related: [
          {
            at: first?.item ? atItem(where, id) : atValue(where, '/id'),
            say: { zh: '先用的在这里', en: 'First used here' },
          },
        ],
      };
    }
  },
});

/**
 * The holder that keeps the identifier: the file named after it, else the first by path. Only the others get a finding.
 */
function rightful(id: string, holders: readonly Holder[]): Holder | undefined {
  const present = holders.filter(({ formerly }) => !formerly);
  return present.find(({ entry }) => entry?.path.endsWith(`/${id}.md`)) ?? present[0];
}
