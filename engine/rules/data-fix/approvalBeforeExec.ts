import type { DataFix } from '../../../docs-schema/generated/types.ts';
import { momentIn } from '../../measure/agreed/terms.ts';
import { asPrinted, purchaserApprovals } from '../approvals.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const SJ = 'records/data-fix/2026/SJ-2026-002.md';
const BUSINESS = '{ dept: 业务处, person: A-01, at: "2026-02-26T16:10:00+08:00" }';
const executed = (at: string, technical = '"2026-02-26T16:30:00+08:00"') =>
  `---\nstatus: executed\napprovals:\n  - ${BUSINESS}\n  - { dept: 信息中心, person: A-02, at: ${technical} }\nexecuted_at: ${at}\n---\n# 撤回归档\n`;

export const approvalBeforeExec = entryRule<DataFix>({
  id: 'data-fix/approval-before-exec',
  says: { zh: '异常数据在获得全部批准后才处理。', en: 'Data is corrected only after all approvals were given.' },
  why: {
    zh: '合同写明“在获得用户批准后”协助处理数据；先执行后补批，批准就失去了意义。',
    en: 'The contract allows the contractor to change data only after the user has approved; an approval given later permits nothing.',
  },
  clauses: ['C3.1.5-02'],
  severity: 'error',
  kinds: ['data-fix'],
  examples: [
    {
      bad: { [SJ]: executed('"«2026-02-26T15:50:00+08:00»"') },
      message: 'SJ-2026-002 于 2026-02-26 15:50 执行，早于 A-01 2026-02-26 16:10 的批准；异常数据须先批准后处理。',
    },
    {
      bad: { [SJ]: executed('"«2026-02-26T16:20:00+08:00»"') },
      message: 'SJ-2026-002 于 2026-02-26 16:20 执行，早于 A-02 2026-02-26 16:30 的批准；异常数据须先批准后处理。',
    },
    {
      bad: { [SJ]: '---\nstatus: «executed»\n---\n# 撤回归档\n' },
      message: 'SJ-2026-002 缺少“执行时间”（executed_at）：状态已到“已执行”。',
    },
    { good: { [SJ]: executed('"2026-02-26T17:50:00+08:00"') } },
    // The same instant in another time zone.
    { good: { [SJ]: executed('"2026-02-26T09:50:00Z"') } },
  ],

  *check(page, { config }) {
    yield* unmetFor('data-fix/approval-before-exec', page);
    const { id, broken } = page.entry;
    const executedAt = momentIn(config, page.data.executed_at);
    if (broken || executedAt === undefined) return;
    const late = purchaserApprovals(page.data, config).find(({ at }) => at !== undefined && at > executedAt);
    if (late === undefined) return;
    const [ran, approved] = [asPrinted(page.data.executed_at), asPrinted(late.when)];
    yield {
      at: page.at('/executed_at'),
      id,
      say: {
        zh: `${id} 于 ${ran} 执行，早于 ${late.person} ${approved} 的批准；异常数据须先批准后处理。`,
        en: `${id} was run at ${ran}, before ${late.person} approved it at ${approved}: check the times; data is corrected only after approval.`,
      },
      related: [
        { at: page.at(`/approvals/${late.n}/at`), say: { zh: '这项批准在后', en: 'This approval came later' } },
      ],
    };
  },
});
