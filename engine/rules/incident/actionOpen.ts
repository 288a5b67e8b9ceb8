import type { IncidentReport } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { dateOf, localDate } from '../../measure/time/instant.ts';
import { judgedAt, offsetOf } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';

const tracked = (due: string, done: string) =>
  `---\nstatus: tracking\n---\n# 归档卷写满\n\n## 整改与预防措施\n\n| 措施 | 责任人 | 完成期限 | 完成日期 |\n|---|---|---|---|\n| 修改清理脚本 | 冯九 | ${due} | ${done} |\n`;
const GZ = 'records/incident-report/2026/GZ-2026-001.md';

export const actionOpen = crossRule<IncidentReport>({
  id: 'incident/action-open',
  says: { zh: '故障的整改措施在期限内完成。', en: 'The measures after an incident are completed by their dates.' },
  why: {
    zh: '措施没有落实，同样的故障还会再来；验收时逐条核对完成日期。',
    en: 'Without the measures the fault returns; acceptance checks the date of each.',
  },
  basis: 'practice',
  severity: 'warning',
  kinds: ['incident-report'],
  examples: [
    {
      bad: { [GZ]: tracked('«2026-05-29»', '') },
      asOf: '2026-06-01',
      message:
        'GZ-2026-001 的措施“修改清理脚本”应于 2026-05-29 前完成，至今未完成；请填写完成日期，或由冯九说明并另定期限。',
    },
    { good: { [GZ]: tracked('2026-05-29', '2026-05-27') } },
    { good: { [GZ]: tracked('2026-05-29', '') }, asOf: '2026-05-29' },
  ],

  *check(report, project) {
    const { id, data, broken } = report;
    if (broken) return;
    const offset = offsetOf(project.config);
    const today = localDate(project.get(judgedAt, ALL), offset);
    for (const [n, { action, owner, due, done_at }] of rowsIn(data.actions).entries()) {
      const day = dateOf(due, offset);
      if (day === undefined || done_at || day >= today) continue;
      yield {
        at: placeOf(report, `/actions/${n}/due`),
        id,
        say: {
          zh: `${id} 的措施“${action ?? ''}”应于 ${day} 前完成，至今未完成；请填写完成日期，或由${owner || '责任人'}说明并另定期限。`,
          en: `“${action ?? ''}” of ${id} was due by ${day} and is not done: enter the date, or have ${owner || 'its owner'} give the reason and set another date.`,
        },
      };
    }
  },
});
