import type { AcceptanceReport } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const YSBG = 'acceptance/YSBG-2026-01.md';
const CONFIG = 'people: [{ id: A-03, name: 罗工 }]\n';
const report = (who: string) =>
  `---\ntype: acceptance-report\nstatus: concluded\nattendees_contractor: ${who}\n---\n# 验收报告\n`;

export const contractorPresent = entryRule<AcceptanceReport>({
  id: 'acceptance/contractor-present',
  says: { zh: '验收时中标人在现场。', en: 'The contractor is present at the acceptance.' },
  why: {
    zh: '采购文件要求验收时中标人应在现场；中标人缺席就不能提出异议。',
    en: 'The tender requires the contractor to be present at the acceptance; an absent contractor cannot object.',
  },
  clauses: ['C6-7a'],
  severity: 'error',
  kinds: ['acceptance-report'],
  examples: [
    {
      bad: { [YSBG]: '---\nid: «YSBG-2026-01»\ntype: acceptance-report\nstatus: concluded\n---\n# 验收报告\n' },
      message: 'YSBG-2026-01 缺少“乙方到场人员”（attendees_contractor）：状态已到“已作结论”。',
    },
    {
      bad: { 'docket.yml': CONFIG, [YSBG]: report('«[A-03]»') },
      message: 'YSBG-2026-01 的乙方到场人员都是甲方人员；请填写乙方人员编号（RY-）。',
    },
    { good: { 'docket.yml': CONFIG, [YSBG]: report('[RY-001, RY-004]') } },
    { good: { [YSBG]: '---\ntype: acceptance-report\nstatus: drafted\n---\n# 验收报告\n' } },
  ],

  *check(page, { config }) {
    yield* unmetFor('acceptance/contractor-present', page);
    const present = page.data.attendees_contractor ?? [];
    const clients = new Set(config.people.flatMap(({ id, name }) => [id, name]));
    const { id, broken } = page.entry;
    if (broken || present.length === 0 || present.some(person => !clients.has(person))) return;
    yield {
      at: page.at('/attendees_contractor'),
      id,
      say: {
        zh: `${id} 的乙方到场人员都是甲方人员；请填写乙方人员编号（RY-）。`,
        en: `List people of the contractor (RY-) in ${id}: everyone listed as present for the contractor belongs to the purchaser.`,
      },
    };
  },
});
