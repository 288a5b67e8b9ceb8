import type { TestReport } from '../../../docs-schema/generated/types.ts';
import type { PlacedItem } from '../../model/read/items.ts';
import type { Field } from '../../model/kinds/kinds.ts';
import { type EntryPage, entryRule } from '../rule.ts';
import { holds } from '../runner/unmet.ts';
import { atItem } from '../../model/place.ts';

const CS = 'docs/test/CS-2026-002.md';
const HEAD = '| 用例 | 用例名称 | 需求条目 | 结果 | 测试人 | 日期 | 缺陷 |\n|---|---|---|---|---|---|---|\n';
const report = (row: string, status = 'approved') =>
  `---\nstatus: ${status}\n---\n# 测试报告\n\n## 测试项\n\n${HEAD}${row}\n`;

export const resultRequired = entryRule<TestReport>({
  id: 'test/result-required',
  says: {
    zh: '每个测试用例有结果、测试人和日期，不通过的关联缺陷。',
    en: 'Every test case has a result, a tester and a date, and a failed one its defect.',
  },
  why: {
    zh: '没有结果的用例等于没有测；不通过而没有缺陷单，问题就没有人跟。',
    en: 'A case without a result was not tested; no person follows up a failure without a defect.',
  },
  clauses: ['C3.2-18'],
  severity: 'error',
  kinds: ['test-report'],
  examples: [
    {
      bad: { [CS]: report('| «TC-REV-012» | 黄色预警 | REQ-REV-012 |  | RY-006 | 2026-03-31 |  |') },
      message: 'TC-REV-012 缺少“结果”；报告已评审，每个用例都要写全。',
    },
    {
      bad: { [CS]: report('| «TC-REV-012» | 黄色预警 | REQ-REV-012 | 通过 | - |  |  |') },
      message: 'TC-REV-012 缺少“测试人”“日期”；报告已评审，每个用例都要写全。',
    },
    {
      bad: { [CS]: report('| «TC-REV-012» | 黄色预警 | REQ-REV-012 | 不通过 | RY-006 | 2026-03-31 |  |') },
      message: 'TC-REV-012 缺少“缺陷”；报告已评审，每个用例都要写全。',
    },
    { good: { [CS]: report('| TC-REV-012 | 黄色预警 | REQ-REV-012 | 不通过 | RY-006 | 2026-03-31 | WX-2026-0012 |') } },
    { good: { [CS]: report('| TC-REV-012 | 黄色预警 | REQ-REV-012 |  |  |  |  |', 'draft') } },
  ],

  *check(page, { catalogue }) {
    if (page.entry.broken || !page.reached('reviewed')) return;
    const fields = [...(catalogue.items.get('test-case')?.attributes.byKey.values() ?? [])].filter(
      ({ rule }) => rule === 'test/result-required',
    );
    for (const item of page.modelled.items) {
      if (item.kind !== 'test-case') continue;
      const missing = fields.filter(field => isMissing(field, item, page));
      if (missing.length === 0) continue;
      yield {
        at: atItem(item.path, item.id),
        id: item.id,
        say: {
          zh: `${item.id} 缺少${missing.map(({ label }) => `“${label.zh}”`).join('')}；报告已评审，每个用例都要写全。`,
          en: `${item.id} has no ${missing.map(({ label }) => label.en).join(', no ')}: add it; a reviewed report gives all of these for every case.`,
        },
      };
    }
  },
});

function isMissing(
  { key, required, requiredIf }: Field,
  { attributes }: PlacedItem,
  page: EntryPage<TestReport>,
): boolean {
  const value = attributes[key];
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return isEmpty && (required || (requiredIf !== undefined && holds(requiredIf, attributes, page.data)));
}
