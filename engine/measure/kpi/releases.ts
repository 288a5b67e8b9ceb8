/** The figure of releases. */
import { isRolledBack } from '../facts/implementation.ts';
import { type Kpi, rate } from './kpi.ts';

/** 发布成功率 (ITSS): 1 − deployments rolled back ÷ deployments. */
export const releaseSuccess: Kpi = {
  key: 'release_success',
  label: { zh: '发布成功率', en: 'Deployments that held' },
  formula: { zh: '1 − 回退的部署次数 ÷ 部署次数', en: '1 − deployments rolled back ÷ deployments' },
  unit: 'percent',
  digits: 2,
  target: { value: 95, bound: 'at-least' },
  compute: ({ facts, within }) =>
    rate(
      facts.deployments.filter(
        ({ status, started_at, finished_at }) => status !== 'planned' && within(finished_at ?? started_at),
      ),
      deployment => !isRolledBack(deployment),
    ),
};
