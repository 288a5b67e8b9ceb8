import type { ChangeApproval, Deployment } from '../../../docs-schema/generated/types.ts';
import { namesIn } from '../../measure/facts/facts.ts';
import { placeOf } from '../../model/entry.ts';
import { ownUnmet } from '../runner/ownUnmet.ts';
import { crossRule } from '../rule.ts';

const BS = 'records/deployment/2026/BS-2026-003.md';
const BG = 'records/change-approval/2026/BG-2026-0005.md';
const deployment = (status: string, change = 'BG-2026-0005') =>
  `---\nstatus: ${status}\nchanges: [${change}]\n---\n# 上线\n`;
const change = (status: string) => `---\nstatus: ${status}\n---\n# 超期预警\n`;

export const approvalLink = crossRule<Deployment>({
  id: 'deployment/approval-link',
  says: { zh: '部署记录关联已批准的变更审批单。', en: 'A deployment names approved change approvals.' },
  why: {
    zh: '获得许可后方可实施；部署所依据的审批单没有批准，就是擅自实施。',
    en: 'Permission comes first: a deployment under a form that is not approved was made without permission.',
  },
  basis: 'practice',
  severity: 'error',
  kinds: ['deployment'],
  examples: [
    { bad: { [BS]: '---\nstatus: «planned»\n---\n# 上线\n' }, message: 'BS-2026-003 缺少“变更审批单”（changes）。' },
    {
      bad: { [BS]: deployment('executing', '«BG-2026-0005»'), [BG]: change('submitted') },
      message: 'BS-2026-003 所部署的 BG-2026-0005 状态是“已提交”，尚未批准；须获得许可后方可实施。',
    },
    {
      bad: { [BS]: deployment('success', '«BG-2026-0005»'), [BG]: change('rejected') },
      message: 'BS-2026-003 所部署的 BG-2026-0005 状态是“不予批准”，尚未批准；须获得许可后方可实施。',
    },
    { good: { [BS]: deployment('success'), [BG]: change('closed') } },
    { good: { [BS]: deployment('success'), [BG]: change('oral_permitted') } },
    { good: { [BS]: deployment('planned'), [BG]: change('submitted') } },
    // ref/broken reports an identifier that does not exist.
    { good: { [BS]: deployment('success') } },
  ],

  *check(deployment, project) {
    yield* ownUnmet('deployment/approval-link', deployment, project);
    const { id, data, broken } = deployment;
    if (broken || !project.reached(deployment, 'executing')) return;
    for (const [n, name] of namesIn(data.changes).entries()) {
      const change = project.entry<ChangeApproval>(name);
      // change/approved-before-implement judges whether an oral permission was enough.
      if (
        change === undefined ||
        change.broken ||
        change.status === 'oral_permitted' ||
        project.reached(change, 'approved')
      )
        continue;
      const state = project.kind(change.kind)?.states.get(change.status ?? '')?.label;
      if (state === undefined) continue;
      yield {
        at: placeOf(deployment, `/changes/${n}`),
        id,
        say: {
          zh: `${id} 所部署的 ${name} 状态是“${state.zh}”，尚未批准；须获得许可后方可实施。`,
          en: `${id} deploys ${name}, which is ${state.en} and not approved: have it approved; a change needs permission first.`,
        },
        related: [{ at: placeOf(change, '/status'), say: { zh: '审批单的状态', en: 'State of the form' } }],
      };
    }
  },
});
