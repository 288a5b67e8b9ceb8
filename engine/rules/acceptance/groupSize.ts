import type { AcceptanceReport } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const YSBG = 'acceptance/YSBG-2026-01.md';
const report = (names: readonly string[]) =>
  `---\ntype: acceptance-report\nstatus: concluded\n«group»:\n${names.map(name => `  - { name: ${name}, org: XX局, role: 成员 }\n`).join('')}---\n# 验收报告\n`;
const FIVE = ['林处长', '何科长', '罗工', '方老师', '秦专家'];

export const groupSize = entryRule<AcceptanceReport>({
  id: 'acceptance/group-size',
  says: { zh: '验收小组为三人以上单数。', en: 'The acceptance group has an odd number of members, at least three.' },
  why: {
    zh: '各地履约验收办法要求验收小组为三人以上单数，便于形成多数意见。',
    en: 'Local rules for acceptance require an odd number of members, at least three, so that a majority is possible.',
  },
  basis: 'practice',
  severity: 'warning',
  kinds: ['acceptance-report'],
  examples: [
    {
      bad: {
        [YSBG]: report(FIVE.slice(0, 4))
          .replace('«group»:\n', 'group:\n  «')
          .replace('«  - ', '«- ')
          .replace('role: 成员 }\n---', 'role: 成员 }»\n---'),
      },
      message: 'YSBG-2026-01 的验收小组有 4 人，应为三人以上单数。',
    },
    { good: { [YSBG]: report(FIVE).replace(/[«»]/g, '') } },
    { good: { [YSBG]: '---\ntype: acceptance-report\nstatus: drafted\n---\n# 验收报告\n' } },
  ],

  *check(page) {
    yield* unmetFor('acceptance/group-size', page);
    const count = page.data.group?.length ?? 0;
    const { id, broken } = page.entry;
    if (broken || count === 0 || (count >= 3 && count % 2 === 1)) return;
    yield {
      at: page.at('/group'),
      id,
      say: {
        zh: `${id} 的验收小组有 ${count} 人，应为三人以上单数。`,
        en: `The acceptance group of ${id} has ${count} members; it needs an odd number of members, at least three.`,
      },
    };
  },
});
