import type { AcceptanceReport } from '../../../docs-schema/generated/types.ts';
import { dateOf } from '../../measure/time/instant.ts';
import { offsetOf } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { today } from '../duties.ts';
import { ownUnmet } from '../runner/ownUnmet.ts';
import { crossRule } from '../rule.ts';

const YSBG = 'acceptance/YSBG-2026-01.md';
const report = (status: string, more = '') =>
  `---\nid: YSBG-2026-01\ntype: acceptance-report\nstatus: ${status}\nmeeting_at: "2026-10-22T09:30:00+08:00"\n${more}---\n# 验收报告\n`;

export const reportRequired = crossRule<AcceptanceReport>({
  id: 'acceptance/report-required',
  says: {
    zh: '验收会议后作出有结论的验收结果报告。',
    en: 'After the acceptance meeting there is an acceptance report with a conclusion.',
  },
  why: {
    zh: '采购文件规定验收完毕后作出验收结果报告；没有结论，就不能支付尾款或开始整改。',
    en: 'The tender requires a report on the result; without a conclusion neither payment nor rectification can begin.',
  },
  clauses: ['C6-7b'],
  severity: 'error',
  kinds: ['acceptance-report'],
  examples: [
    {
      bad: { [YSBG]: report('«drafted»') },
      asOf: '2026-10-23',
      message: 'YSBG-2026-01 的验收会议已于 2026-10-22 召开，尚未作出结论。',
    },
    {
      bad: { [YSBG]: report('concluded').replace('id: YSBG-2026-01', 'id: «YSBG-2026-01»') },
      message: 'YSBG-2026-01 缺少“验收结论”（conclusion）：状态已到“已作结论”。',
    },
    { good: { [YSBG]: report('concluded', 'conclusion: passed\n') } },
    { good: { [YSBG]: report('drafted') }, asOf: '2026-10-22T12:00:00+08:00' },
  ],

  *check(entry, project) {
    yield* ownUnmet('acceptance/report-required', entry, project);
    const meeting = dateOf(entry.data.meeting_at, offsetOf(project.config));
    if (entry.broken || meeting === undefined || meeting >= today(project) || project.reached(entry, 'concluded'))
      return;
    yield {
      at: placeOf(entry, '/status'),
      id: entry.id,
      say: {
        zh: `${entry.id} 的验收会议已于 ${meeting} 召开，尚未作出结论。`,
        en: `The meeting of ${entry.id} was held on ${meeting}, but no acceptance report states its conclusion.`,
      },
    };
  },
});
