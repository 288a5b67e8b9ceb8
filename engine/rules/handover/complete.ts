import type { Handover } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const YJ = 'acceptance/YJ-2026-001.md';
const form = (status: string, kinds: readonly string[]) =>
  `---\nid: YJ-2026-001\ntype: handover\nstatus: ${status}\nitems:\n${kinds.map(kind => `  - { kind: ${kind}, name: 一式 }\n`).join('')}---\n# 移交单\n`;

/** The classes of deliverables without which the system cannot be run. */
const WANTED = ['source', 'documents', 'accounts', 'components'] as const;

export const complete = entryRule<Handover>({
  id: 'handover/complete',
  says: {
    zh: '移交单包括源代码、文档、账号和第三方组件清单。',
    en: 'A handover lists source code, documents, accounts and third-party components.',
  },
  why: {
    zh: '技术成果的知识产权归采购人所有；少移交一类，采购人就无法独立运行和维护。',
    en: 'The results belong to the purchaser; without one of these classes the purchaser cannot run the system.',
  },
  clauses: ['C5.2-01'],
  severity: 'warning',
  kinds: ['handover'],
  examples: [
    {
      bad: {
        [YJ]: form('handed_over', ['source', 'documents', 'accounts'])
          .replace('items:\n  - ', 'items:\n  «- ')
          .replace('一式 }\n---', '一式 }»\n---'),
      },
      message: 'YJ-2026-001 没有移交第三方组件；确无此类内容的，列一行说明。',
    },
    {
      bad: { [YJ]: '---\nid: «YJ-2026-001»\ntype: handover\nstatus: handed_over\n---\n# 移交单\n' },
      message: 'YJ-2026-001 缺少“移交清单”（items）：状态已到“已移交”。',
    },
    { good: { [YJ]: form('received', WANTED) } },
    { good: { [YJ]: form('draft', ['source']) } },
  ],

  *check(page) {
    yield* unmetFor('handover/complete', page);
    const items = page.data.items ?? [];
    const { id, broken } = page.entry;
    const lacks = WANTED.filter(kind => !items.some(item => item.kind === kind));
    if (broken || items.length === 0 || lacks.length === 0 || !page.reached('handed_over')) return;
    const labels = page.kind.fields.byKey.get('items')?.of?.fields?.byKey.get('kind')?.enum?.values;
    const names = lacks.map(kind => labels?.get(kind) ?? { zh: kind, en: kind });
    yield {
      at: page.at('/items'),
      id,
      say: {
        zh: `${id} 没有移交${names.map(({ zh }) => zh).join('、')}；确无此类内容的，列一行说明。`,
        en: `${id} hands over no ${names.map(({ en }) => en.toLowerCase()).join(', ')}: add it, or add a line that gives the reason.`,
      },
    };
  },
});
