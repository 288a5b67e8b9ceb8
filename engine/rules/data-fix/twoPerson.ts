import type { DataFix } from '../../../docs-schema/generated/types.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const SJ = 'records/data-fix/2026/SJ-2026-001.md';
const executed = (people: string) => `---\nstatus: executed\n${people}---\n# 证照重号\n`;
const APPROVED = 'approvals: [{ person: A-01, at: "2026-01-19T18:40:00+08:00" }]\n';

export const twoPerson = entryRule<DataFix>({
  id: 'data-fix/two-person',
  says: {
    zh: '执行人、复核人、批准人是不同的人。',
    en: 'The people who run, check and approve a data fix are different people.',
  },
  why: {
    zh: '在生产库上改数据，如果一个人既执行又复核，其他人就发现不了差错和违规。',
    en: 'When one person changes production data and also checks it, no other person notices a mistake or misuse.',
  },
  clauses: ['C3.1.5-03'],
  severity: 'error',
  kinds: ['data-fix'],
  examples: [
    {
      bad: { [SJ]: executed('executed_by: RY-007\nchecked_by: «RY-007»\n') },
      message: 'SJ-2026-001 的复核人与执行人都是 RY-007；请由另一人复核。',
    },
    {
      bad: { [SJ]: executed(`executed_by: «A-01»\nchecked_by: RY-008\n${APPROVED}`) },
      message: 'SJ-2026-001 的执行人 A-01 又是批准人；批准的人不执行、不复核。',
    },
    {
      bad: { [SJ]: executed('executed_by: RY-007\n').replace('executed\n', '«executed»\n') },
      message: 'SJ-2026-001 缺少“复核人”（checked_by）：状态已到“已执行”。',
    },
    { good: { [SJ]: executed(`executed_by: RY-007\nchecked_by: RY-008\n${APPROVED}`) } },
    { good: { [SJ]: '---\nstatus: analyzed\n---\n# 证照重号\n' } },
  ],

  *check(page) {
    yield* unmetFor('data-fix/two-person', page);
    const { executed_by: operator, checked_by: checker, approvals } = page.data;
    const { id, broken } = page.entry;
    if (broken) return;
    if (operator && operator === checker) {
      const say = {
        zh: `${id} 的复核人与执行人都是 ${operator}；请由另一人复核。`,
        en: `${operator} both ran and checked ${id}: have another person check it.`,
      };
      yield { at: page.at('/checked_by'), id, say };
    }
    const approvers = rowsIn(approvals).map(({ person }) => person);
    for (const [pointer, person, zh, en] of [
      ['/executed_by', operator, '执行人', 'ran'],
      ['/checked_by', checker, '复核人', 'checked'],
    ] as const) {
      if (!person || !approvers.includes(person)) continue;
      const say = {
        zh: `${id} 的${zh} ${person} 又是批准人；批准的人不执行、不复核。`,
        en: `${person} both approved and ${en} ${id}: the approver must neither run nor check it.`,
      };
      yield { at: page.at(pointer), id, say };
    }
  },
});
