import type { Confirmation, Deployment, Requirement } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import type { LocalDate } from '../../measure/time/date.ts';
import { isRolledBack } from '../../measure/facts/implementation.ts';
import { dateOf, localDate } from '../../measure/time/instant.ts';
import { judgedAt, offsetOf } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { linkedIds } from '../linked.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';

const requirementIn = (status: string, planned = 'planned_date: 2026-04-10') =>
  `---\nstatus: ${status}\nopinion: accept\n${planned}\nlinks:\n  change: [BG-2026-0005]\n---\n# 超期提醒\n`;
const deployment = (status: string) => `---\nstatus: ${status}\nchanges: [BG-2026-0005]\n---\n# 部署 V2.4.0\n`;
const [XQ, BS, QR] = [
  'records/requirement/2026/XQ-2026-0001.md',
  'records/deployment/2026/BS-2026-003.md',
  'records/confirmation/2026/QR-2026-001.md',
];

export const approvedNotDelivered = crossRule<Requirement>({
  id: 'requirement/approved-not-delivered',
  says: { zh: '已采纳的需求在计划日期前部署上线。', en: 'An accepted requirement is deployed by its planned date.' },
  why: {
    zh: '合同要求对确定修改的共性需求提供开发服务；过了计划日期没有部署记录，就是没有交付。',
    en: 'An accepted requirement must be developed; past its planned date without a deployment it is not delivered.',
  },
  clauses: ['C3.2-13'],
  severity: 'warning',
  kinds: ['requirement'],
  examples: [
    {
      bad: { [XQ]: requirementIn('developing', 'planned_date: «2026-04-10»') },
      message: 'XQ-2026-0001 计划于 2026-04-10 上线，至今没有部署记录；请部署，或与业务部门另定日期。',
    },
    {
      bad: { [XQ]: requirementIn('released', 'planned_date: «2026-04-10»'), [BS]: deployment('rolled_back') },
      message: 'XQ-2026-0001 计划于 2026-04-10 上线，至今没有部署记录；请部署，或与业务部门另定日期。',
    },
    {
      bad: {
        [XQ]: requirementIn('«confirmed»', 'effort_days: 8'),
        [QR]: '---\nstatus: signed\nrequirements: [XQ-2026-0001]\nplanned_finish: 2026-04-10\n---\n# 确认单\n',
      },
      message: 'XQ-2026-0001 计划于 2026-04-10 上线，至今没有部署记录；请部署，或与业务部门另定日期。',
    },
    { good: { [XQ]: requirementIn('released'), [BS]: deployment('success') } },
    { good: { [XQ]: requirementIn('developing') }, asOf: '2026-04-10' },
    { good: { [XQ]: requirementIn('deferred') } },
  ],

  *check(requirement, project) {
    const { id, data, broken } = requirement;
    if (broken || (data.opinion !== 'accept' && data.opinion !== 'accept_partly') || !isPursued(requirement, project))
      return;
    const planned = plannedFor(requirement, project);
    const today = localDate(project.get(judgedAt, ALL), offsetOf(project.config));
    if (planned === undefined || planned >= today || isDeployed(id, project)) return;
    yield {
      at: placeOf(requirement, data.planned_date === undefined ? '/status' : '/planned_date'),
      id,
      say: {
        zh: `${id} 计划于 ${planned} 上线，至今没有部署记录；请部署，或与业务部门另定日期。`,
        en: `${id} was planned for ${planned} and has no deployment: deploy it, or agree on another date with the business department.`,
      },
    };
  },
});

function isPursued(requirement: EntryOf<Requirement>, project: Project): boolean {
  const { status } = requirement;
  return project.reached(requirement, 'decided') && status !== 'deferred' && status !== 'rejected';
}

function plannedFor({ id, data }: EntryOf<Requirement>, project: Project): LocalDate | undefined {
  const offset = offsetOf(project.config);
  const own = dateOf(data.planned_date, offset);
  if (own !== undefined) return own;
  const confirmations = [...linkedIds(project, id, 'confirmation', 'confirmation')].map(one =>
    project.entry<Confirmation>(one),
  );
  return confirmations.map(one => dateOf(one?.data.planned_finish, offset)).find(date => date !== undefined);
}

/** Whether a requirement is delivered: by a deployment that names it, or that contains a change made for it. */
function isDeployed(id: string, project: Project): boolean {
  const changes = linkedIds(project, id, 'change', 'change-approval');
  const carried = [...changes].flatMap(change => [...linkedIds(project, change, 'deployment', 'deployment')]);
  return [...linkedIds(project, id, 'deployment', 'deployment'), ...carried].some(one => {
    const deployment = project.entry<Deployment>(one);
    return (
      deployment !== undefined &&
      project.reached(deployment, 'success') &&
      !isRolledBack({ status: deployment.status, result: deployment.data.result })
    );
  });
}
