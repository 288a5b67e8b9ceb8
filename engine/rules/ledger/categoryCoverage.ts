import { dateOf } from '../../measure/time/instant.ts';
import { contains, type Period, periodLabel } from '../../measure/time/period.ts';
import { reportedPeriods } from '../../measure/due/reportPlan.ts';
import type { Kind } from '../../model/kinds/kinds.ts';
import { offsetOf } from '../../measure/agreed/terms.ts';
import { inConfig, today } from '../duties.ts';
import type { Project } from '../project.ts';
import { projectRule } from '../rule.ts';

const CONFIG = 'project: { «period»: { from: 2026-04-01, to: 2026-06-30 } }\n';
const calm = CONFIG.replace(/[«»]/g, '');
const three = {
  'records/ticket/2026/WX-2026-0001.md':
    '---\nstatus: registered\nreported_at: "2026-05-02T09:00:00+08:00"\n---\n# 登录失败\n',
  'records/inspection/2026/XJ-2026-W20.md': '---\nstatus: completed\ndate: 2026-05-15\n---\n# 巡检\n',
  'records/service-order/2026/FW-2026-0001.md':
    '---\nstatus: open\nstarted_at: "2026-05-02T09:00:00+08:00"\n---\n# 培训\n',
};

export const categoryCoverage = projectRule({
  id: 'ledger/category-coverage',
  says: { zh: '每个季度四类服务都有记录。', en: 'Each of the four classes of service has records in every quarter.' },
  why: {
    zh: '采购文件列明四类服务内容；一个季度没有记录，可能是没发生，也可能是没登记。',
    en: 'The tender names four classes of service; a quarter without records of one either had no such service, or did not record it.',
  },
  clauses: ['C3.0-03'],
  severity: 'info',
  examples: [
    {
      bad: { 'docket.yml': CONFIG, ...three },
      asOf: '2026-07-01',
      message: '2026年第二季度没有“软件缺陷修正与功能优化”的记录；确有发生的请补登记。',
    },
    {
      good: {
        'docket.yml': calm,
        ...three,
        'records/change-approval/2026/BG-2026-0001.md': '---\nstatus: draft\ncreated: 2026-06-01\n---\n# 修复\n',
      },
      asOf: '2026-07-01',
    },
    { good: { 'docket.yml': calm, ...three }, asOf: '2026-06-30' },
    { good: { 'docket.yml': calm } },
  ],

  *check(project) {
    const { period: service } = project.config.project;
    const shown = Map.groupBy(project.catalogue.kinds.values(), ({ serviceClass }) => serviceClass);
    const known = [...shown].some(
      ([name, kinds]) => name !== undefined && kinds.some(({ key }) => project.entries(key).length > 0),
    );
    if (service === undefined || !known) return;
    for (const quarter of reportedPeriods('quarter', service, service).filter(({ to }) => to < today(project))) {
      const isShown = (name: string) => (shown.get(name) ?? []).some(kind => hasIn(quarter, kind, project));
      const without = [...project.catalogue.serviceClasses]
        .filter(([name]) => !isShown(name))
        .map(([, label]) => label);
      if (without.length === 0) continue;
      const label = periodLabel(quarter);
      yield {
        at: inConfig('/project/period'),
        say: {
          zh: `${label.zh}没有${without.map(({ zh }) => `“${zh}”`).join('、')}的记录；确有发生的请补登记。`,
          en: `There are no records of ${without.map(({ en }) => en).join(', ')} in ${label.en}: register the services of that quarter.`,
        },
      };
    }
  },
});

/** Whether the event of a record, as its kind defines it, is in the quarter. */
function hasIn(quarter: Period, { key, event = 'created' }: Kind, project: Project): boolean {
  return project.entries(key).some(({ data }) => contains(quarter, dateOf(data[event], offsetOf(project.config))));
}
