import type { AcceptanceReport } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const YSBG = 'acceptance/YSBG-2026-01.md';
const report = (plan: string, text = '') =>
  `---\ntype: acceptance-report\nstatus: concluded\nplan_ref: ${plan}\n---\n# 验收报告\n\n## 验收方案\n\n${text}\n`;

/** What an acceptance plan has to state, and the words by which it is recognised in the text. */
const ELEMENTS: readonly (readonly [name: { zh: string; en: string }, words: RegExp])[] = [
  [{ zh: '主体', en: 'who' }, /主体|采购人组织|验收小组/],
  [{ zh: '时间', en: 'when' }, /时间|日期|\d{4}\s*年/],
  [{ zh: '方式', en: 'how' }, /方式|方法/],
  [{ zh: '程序', en: 'procedure' }, /程序|步骤|流程/],
  [{ zh: '内容', en: 'content' }, /内容/],
  [{ zh: '标准', en: 'criteria' }, /标准/],
];

export const planRef = entryRule<AcceptanceReport>({
  id: 'acceptance/plan-ref',
  says: {
    zh: '验收报告引用验收方案，方案明确主体、时间、方式、程序、内容和标准。',
    en: 'The acceptance report names its plan, and the plan states the party, time, method, procedure, content and criteria.',
  },
  why: {
    zh: '采购人按验收方案组织履约验收；六项要素不全的方案，结论容易被质疑。',
    en: 'The purchaser accepts according to a plan; when the plan leaves one of these open, the conclusion is open to doubt.',
  },
  clauses: ['C6-4b'],
  severity: 'warning',
  kinds: ['acceptance-report'],
  examples: [
    {
      bad: { [YSBG]: report('«履约验收方案»', '时间、方式、程序、内容和标准见方案。') },
      message: 'YSBG-2026-01 的验收方案没有写明主体；请补充，或注明方案文号及其六项要素。',
    },
    {
      bad: { [YSBG]: '---\nid: «YSBG-2026-01»\ntype: acceptance-report\nstatus: drafted\n---\n# 验收报告\n' },
      message: 'YSBG-2026-01 缺少“验收方案”（plan_ref）。',
    },
    { good: { [YSBG]: report('履约验收方案：主体、时间、方式、程序、内容、标准六项齐全') } },
    { good: { [YSBG]: report('履约验收方案').replace('concluded', 'drafted') } },
  ],

  *check(page) {
    yield* unmetFor('acceptance/plan-ref', page);
    const { id, broken } = page.entry;
    const { plan_ref } = page.data;
    if (broken || plan_ref === undefined || !page.reached('concluded')) return;
    const text = `${plan_ref}\n${page.content('plan')}`;
    const lacks = ELEMENTS.filter(([, words]) => !words.test(text)).map(([name]) => name);
    if (lacks.length === 0) return;
    yield {
      at: page.at('/plan_ref'),
      id,
      say: {
        zh: `${id} 的验收方案没有写明${lacks.map(({ zh }) => zh).join('、')}；请补充，或注明方案文号及其六项要素。`,
        en: `The acceptance plan of ${id} does not state: ${lacks.map(({ en }) => en).join(', ')}. Add it, or name the plan and its six elements.`,
      },
    };
  },
});
