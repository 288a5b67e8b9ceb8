import type { AcceptanceReport, Rectification } from '../../../docs-schema/generated/types.ts';
import { placeOf } from '../../model/entry.ts';
import { linkedIds } from '../linked.ts';
import { crossRule } from '../rule.ts';

const [YSBG, ZG] = ['acceptance/YSBG-2026-01.md', 'records/rectification/2026/ZG-2026-001.md'];
const report = (conclusion: string, status = 'concluded') =>
  `---\nid: YSBG-2026-01\ntype: acceptance-report\nstatus: ${status}\nconclusion: ${conclusion}\n---\n# 验收报告\n`;

export const required = crossRule<AcceptanceReport>({
  id: 'rectification/required',
  says: {
    zh: '验收未直接合格的，有整改记录。',
    en: 'An acceptance with a conclusion other than passed has a rectification record.',
  },
  why: {
    zh: '经验收不合格的，采购人有权要求整改；没有整改记录，就不能复验。',
    en: 'The purchaser may require corrections; without a record there is nothing to check again.',
  },
  clauses: ['C6-8a'],
  severity: 'error',
  kinds: ['acceptance-report'],
  examples: [
    {
      bad: { [YSBG]: report('«conditional»') },
      message: 'YSBG-2026-01 的结论是整改后复验，没有对应的整改记录；请登记 ZG-，来源单号写 YSBG-2026-01。',
    },
    {
      good: {
        [YSBG]: report('conditional'),
        [ZG]: '---\nstatus: issued\nsource: acceptance\nsource_ref: YSBG-2026-01\n---\n# 整改\n',
      },
    },
    {
      good: {
        [YSBG]: report('conditional', 'concluded').replace(
          'conclusion:',
          'links: { rectification: [ZG-2026-001] }\nconclusion:',
        ),
        [ZG]: '---\nstatus: issued\n---\n# 整改\n',
      },
    },
    { good: { [YSBG]: report('passed') } },
    { good: { [YSBG]: report('failed', 'drafted') } },
  ],

  *check(entry, project) {
    const { conclusion } = entry.data;
    if (entry.broken || conclusion === undefined || conclusion === 'passed' || !project.reached(entry, 'concluded'))
      return;
    const bySource = project.entries<Rectification>('rectification').some(({ data }) => data.source_ref === entry.id);
    const linked = [...linkedIds(project, entry.id, 'rectification', 'rectification')];
    if (bySource || linked.some(id => project.entry(id) !== undefined)) return;
    const label = conclusion === 'failed' ? { zh: '不合格', en: 'failed' } : { zh: '整改后复验', en: 'conditional' };
    yield {
      at: placeOf(entry, '/conclusion'),
      id: entry.id,
      say: {
        zh: `${entry.id} 的结论是${label.zh}，没有对应的整改记录；请登记 ZG-，来源单号写 ${entry.id}。`,
        en: `${entry.id} has the conclusion ${label.en} and no rectification: register one (ZG-) with source_ref ${entry.id}.`,
      },
    };
  },
});
