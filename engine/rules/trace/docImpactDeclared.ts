import type { ChangeApproval } from '../../../docs-schema/generated/types.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { byPlace, type Kind } from '../../model/kinds/kinds.ts';
import { kindNames } from '../names.ts';
import { type EntryPage, entryRule, type Remark } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const BG = 'records/change-approval/2026/BG-2026-0005.md';
const ROWS = ['srs', 'hld', 'lld', 'test-report', 'user-manual', 'db-design', 'deploy-manual'].map(
  kind => `  - { kind: ${kind}, result: not-affected, reason: 不涉及功能 }\n`,
);
const change = (rows: readonly string[], status = 'approved') =>
  `---\nstatus: ${status}\ndoc_impact:\n${rows.join('')}---\n# 超期预警\n`;

export const docImpactDeclared = entryRule<ChangeApproval>({
  id: 'trace/doc-impact-declared',
  says: {
    zh: '已批准的变更逐类说明文档是否更新：更新的写明版本，不涉及的写明理由。',
    en: 'An approved change states for each kind of document that it is updated, with the version, or why it is not affected.',
  },
  why: {
    zh: '合同要求软件修改时及时调整需求、设计、操作说明等文档；批准时没有逐类说明，就没有人知道哪些文档要改。',
    en: 'Documents must follow the software; if the approved form does not list them, it is unclear which ones to update.',
  },
  clauses: ['C4.5-07', 'C3.2-19', 'C3.1.3-02'],
  severity: 'error',
  kinds: ['change-approval'],
  examples: [
    {
      bad: { [BG]: '---\nstatus: «approved»\n---\n# 超期预警\n' },
      message: 'BG-2026-0005 缺少“文档影响表”（doc_impact）：状态已到“已批准”。',
    },
    {
      bad: { [BG]: change(ROWS.slice(0, 5)).replace('kind: srs', 'kind: «srs»') },
      message: 'BG-2026-0005 的文档影响表没有说明数据库设计说明书、部署手册；请逐类写明更新或不涉及。',
    },
    {
      bad: { [BG]: change(['  - kind: srs\n    result: «updated»\n    ref: ZZGL-SRS\n', ...ROWS.slice(1)]) },
      message: 'BG-2026-0005 写需求规格说明书已更新，却没有写明版本。',
    },
    {
      bad: { [BG]: change(['  - kind: srs\n    result: «not-affected»\n', ...ROWS.slice(1)]) },
      message: 'BG-2026-0005 写需求规格说明书不涉及，却没有写明理由。',
    },
    { good: { [BG]: change(ROWS) } },
    { good: { [BG]: change(['  - { kind: srs, result: updated, version: V1.3 }\n', ...ROWS.slice(1)]) } },
    // A test report needs no version: each version has its own report.
    {
      good: {
        [BG]: change([
          ...ROWS.filter(row => !row.includes('test-report')),
          '  - { kind: 测试报告, result: 已更新, ref: CS-2026-002 }\n',
        ]),
      },
    },
    { good: { [BG]: '---\nstatus: submitted\n---\n# 超期预警\n' } },
  ],

  *check(page, { catalogue }) {
    yield* unmetFor('trace/doc-impact-declared', page);
    const rows = rowsIn(page.data.doc_impact);
    if (page.entry.broken || rows.length === 0 || !page.reached('approved')) return;
    const stated = byPlace(catalogue.kinds.values()).filter(({ impact }) => impact === 'stated');
    const missing = stated.filter(({ key }) => !rows.some(row => row.kind === key));
    if (missing.length > 0) yield undeclared(page, missing);
    for (const [n, row] of rows.entries()) yield* vague(page, n, row, catalogue.kinds.get(row.kind ?? ''));
  },
});

type Page = EntryPage<ChangeApproval>;
type Row = NonNullable<ChangeApproval['doc_impact']>[number];

function undeclared(page: Page, kinds: readonly Kind[]): Remark {
  const { id } = page.entry;
  const { zh, en } = kindNames(kinds);
  return {
    at: page.at(page.normalised.places.has('/doc_impact/0/kind') ? '/doc_impact/0/kind' : '/doc_impact'),
    id,
    say: {
      zh: `${id} 的文档影响表没有说明${zh.replaceAll('或', '、')}；请逐类写明更新或不涉及。`,
      en: `${id} does not say whether it affects: ${en.replaceAll(' or ', ', ')}. State for each whether it is updated.`,
    },
  };
}

function* vague(
  page: Page,
  n: number,
  { result, version, ref, reason }: Row,
  kind: Kind | undefined,
): Iterable<Remark> {
  const { id } = page.entry;
  const { zh, en } = kind?.label ?? { zh: '文档', en: 'the document' };
  const at = page.at(`/doc_impact/${n}/result`);
  if (result === 'updated' && !version && (kind?.versions === 'revisions' || !ref)) {
    yield {
      at,
      id,
      say: {
        zh: `${id} 写${zh}已更新，却没有写明版本。`,
        en: `${id} says that ${en} is updated but gives no version: add it.`,
      },
    };
  } else if (result === 'not-affected' && !reason) {
    yield {
      at,
      id,
      say: {
        zh: `${id} 写${zh}不涉及，却没有写明理由。`,
        en: `${id} says that ${en} is not affected but gives no reason: add it.`,
      },
    };
  }
}
