import type { ChangeApproval, Deployment } from '../../../docs-schema/generated/types.ts';
import { namesIn } from '../../measure/facts/facts.ts';
import { placeOf } from '../../model/entry.ts';
import { ownUnmet } from '../runner/ownUnmet.ts';
import { crossRule } from '../rule.ts';

const BS = 'records/deployment/2026/BS-2026-007.md';
const BG = 'records/change-approval/2026/BG-2026-0011.md';
const ENV = 'env_change: { description: 增加应用节点 app03 }\n';
const deployment = (env: string) =>
  `---\nstatus: planned\ntrigger: env_change\nchanges: [BG-2026-0011]\n${env}---\n# 增加节点\n`;
const change = (kind: string) => `---\nstatus: approved\nchange_kind: [${kind}]\n---\n# 增加节点\n`;

export const envChangeLink = crossRule<Deployment>({
  id: 'deployment/env-change-link',
  says: {
    zh: '因软硬件环境调整的部署写明调整内容，并关联环境变更的审批单。',
    en: 'A deployment after a change of the environment states what changed and links the approved environment change.',
  },
  why: {
    zh: '合同约定环境调整后提供重新部署服务；要看得出是哪一次调整引起的。',
    en: 'The contract requires a redeployment after the environment changes: the record must show which change it was.',
  },
  clauses: ['C3.1.3-01'],
  severity: 'warning',
  kinds: ['deployment'],
  examples: [
    {
      bad: { [BS]: deployment('').replace('planned', '«planned»'), [BG]: change('environment') },
      message: 'BS-2026-007 缺少“环境调整”（env_change）。',
    },
    {
      bad: { [BS]: deployment(ENV).replace('BG-2026-0011', '«BG-2026-0011»'), [BG]: change('program') },
      message: 'BS-2026-007 因环境调整而部署，所列 BG-2026-0011 却没有一件是环境变更；请关联环境变更的审批单。',
    },
    { good: { [BS]: deployment(ENV), [BG]: change('program, environment') } },
    { good: { [BS]: deployment(ENV) } },
    { good: { [BS]: deployment('').replace('env_change', 'release'), [BG]: change('program') } },
  ],

  *check(deployment, project) {
    yield* ownUnmet('deployment/env-change-link', deployment, project);
    const { id, data, broken } = deployment;
    if (broken || data.trigger !== 'env_change') return;
    const changes = namesIn(data.changes).flatMap(one => project.entry<ChangeApproval>(one) ?? []);
    if (
      changes.length === 0 ||
      changes.some(({ data: { change_kind } }) => namesIn(change_kind).includes('environment'))
    )
      return;
    const named = changes.map(change => change.id);
    yield {
      at: placeOf(deployment, '/changes/0'),
      id,
      say: {
        zh: `${id} 因环境调整而部署，所列 ${named.join('、')} 却没有一件是环境变更；请关联环境变更的审批单。`,
        en: `${id} follows a change of the environment, but ${named.join(', ')} is not an environment change: link the approved one.`,
      },
    };
  },
});
