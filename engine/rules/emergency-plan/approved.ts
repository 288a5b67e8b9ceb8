import type { EmergencyPlan } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import { earliest } from '../../measure/time/date.ts';
import { dateOf, localDate } from '../../measure/time/instant.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { judgedAt, offsetOf } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { CONFIG_PATH } from '../../model/config/projectConfig.ts';
import type { Project } from '../project.ts';
import { projectRule } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';
import { atKey } from '../../model/place.ts';

const CONFIG = 'project:\n  period: { from: 2025-10-01, to: 2026-09-30 }\n';
const plan = (status: string, valid = '2025-10-10') =>
  `---\ntype: emergency-plan\nstatus: ${status}\nvalid_from: ${valid}\n---\n# 应急预案\n`;
const YA = 'docs/YA-001.md';

export const approved = projectRule({
  id: 'emergency-plan/approved',
  says: { zh: '服务期内有已批准的应急预案。', en: 'An approved emergency plan exists in the service period.' },
  why: {
    zh: '合同要求建立应急故障处理机制；预案未经批准，故障时就没有可以启动的机制。',
    en: 'The contract requires preparation for emergencies; a plan that is not approved cannot be activated.',
  },
  clauses: ['C3.1.2-01'],
  severity: 'error',
  examples: [
    {
      bad: { 'docket.yml': CONFIG.replace('period:', '«period»:') },
      asOf: '2026-01-10',
      message: '服务期自 2025-10-01 开始，还没有已批准的应急预案；请编制 YA-001 并报甲方批准。',
    },
    {
      bad: { 'docket.yml': CONFIG, [YA]: plan('«internal_review»') },
      asOf: '2026-01-10',
      message: '服务期自 2025-10-01 开始，应急预案 YA-001 尚未批准；请完成审核并报甲方批准。',
    },
    {
      bad: { 'docket.yml': CONFIG, [YA]: plan('approved', '«2026-11-01»') },
      message: '应急预案 YA-001 自 2026-11-01 起生效，不在服务期（2025-10-01 至 2026-09-30）内；请核对生效日期。',
    },
    { good: { 'docket.yml': CONFIG, [YA]: plan('baselined') } },
    { good: { 'docket.yml': CONFIG }, asOf: '2025-09-30' },
    { good: { [YA]: plan('draft') } },
  ],

  *check(project) {
    const { period } = project.config.project;
    const today = localDate(project.get(judgedAt, ALL), offsetOf(project.config));
    if (period === undefined || today < period.from) return;
    const plans = project.entries<EmergencyPlan>('emergency-plan').filter(({ broken }) => !broken);
    const valid = plans.filter(plan => project.reached(plan, 'approved'));
    const last = earliest(today, period.to);
    const [late] = valid;
    if (valid.some(plan => (inForceSince(plan, project) ?? last) <= last)) return;
    if (late !== undefined) {
      const since = inForceSince(late, project) ?? '';
      const zh = `应急预案 ${late.id} 自 ${since} 起生效，不在服务期（${period.from} 至 ${period.to}）内；请核对生效日期。`;
      const en = `Emergency plan ${late.id} is in force from ${since}, outside the service period (${period.from} to ${period.to}): check the date.`;
      yield { at: placeOf(late, '/valid_from'), id: late.id, say: { zh, en } };
      return;
    }
    const [draft] = plans;
    const zh = `服务期自 ${period.from} 开始，${draft ? `应急预案 ${draft.id} 尚未批准；请完成审核并报甲方批准` : '还没有已批准的应急预案；请编制 YA-001 并报甲方批准'}。`;
    const en = `Service began ${period.from} ${draft ? `and emergency plan ${draft.id} is not approved: have it reviewed and approved` : 'without an approved emergency plan: write YA-001 and have it approved'}.`;
    yield {
      at: draft ? placeOf(draft, '/status') : atKey(CONFIG_PATH, '/project/period'),
      ...(draft ? { id: draft.id } : {}),
      say: { zh, en },
    };
  },
});

/** The day from which a plan is in force: that of its first version. `valid_from` belongs to the newest version. */
function inForceSince({ data }: EntryOf<EmergencyPlan>, project: Project): string | undefined {
  const offset = offsetOf(project.config);
  const dates = [data.valid_from, ...rowsIn(data.revisions).map(({ date }) => date)].map(date => dateOf(date, offset));
  return dates.filter(date => date !== undefined).sort()[0];
}
