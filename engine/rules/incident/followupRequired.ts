import type { IncidentReport } from '../../../docs-schema/generated/types.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { DAY, parseInstant } from '../../measure/time/instant.ts';
import { entryRule } from '../rule.ts';
import { localTime } from '../serviceLevels.ts';
import { unmetFor } from '../runner/unmet.ts';

const HEADER = '| 时间 | 观察人 | 观察结果 |';
const closed = (time: string, header = HEADER) =>
  `---\nstatus: closed\nrecovered_at: "2026-05-20T10:31:00+08:00"\n---\n# 归档卷写满\n\n## 持续跟踪情况\n\n${header}\n|---|---|---|\n| ${time} | 郑七 | 归档卷 37 %，无告警 |\n`;
const GZ = 'records/incident-report/2026/GZ-2026-001.md';

export const followupRequired = entryRule<IncidentReport>({
  id: 'incident/followup-required',
  says: {
    zh: '关闭的故障报告有恢复满 24 小时后的跟踪观察。',
    en: 'A closed incident has an observation from at least one day after recovery.',
  },
  why: {
    zh: '合同要求恢复后持续跟踪系统运行情况；经过一个完整的业务日，才能说已经稳定。',
    en: 'The contract requires observation after recovery; only a whole day of business shows that the system is stable.',
  },
  clauses: ['C3.1.2-07'],
  severity: 'error',
  kinds: ['incident-report'],
  examples: [
    {
      bad: { [GZ]: closed('2026-05-20 18:00', '| «时间 | 观察人 | 观察结果» |') },
      message: 'GZ-2026-001 的跟踪观察都在恢复后 24 小时以内；请补充 2026-05-21 10:31 以后的观察结果。',
    },
    {
      bad: { [GZ]: '---\nstatus: «closed»\n---\n# 归档卷写满\n' },
      message: 'GZ-2026-001 缺少“跟踪观察”（followups）：状态已到“已关闭”。',
    },
    { good: { [GZ]: closed('2026-05-21 10:31') } },
    { good: { [GZ]: closed('2026-05-20 18:00').replace('closed', 'tracking') } },
  ],

  *check(page, { config }) {
    yield* unmetFor('incident/followup-required', page);
    const recovered = parseInstant(page.data.recovered_at);
    const observed = rowsIn(page.data.followups)
      .map(({ at }) => parseInstant(at))
      .filter(at => at !== undefined);
    if (recovered === undefined || observed.length === 0 || !page.reached('closed')) return;
    if (observed.some(at => at >= recovered + DAY)) return;
    const { id } = page.entry;
    const from = localTime(recovered + DAY, { config });
    yield {
      at: page.at('/followups'),
      id,
      say: {
        zh: `${id} 的跟踪观察都在恢复后 24 小时以内；请补充 ${from} 以后的观察结果。`,
        en: `${id} was observed only within 24 hours after recovery: add an observation from after ${from}.`,
      },
    };
  },
});
