/** The figure of user satisfaction. */
import { type Kpi, rate } from './kpi.ts';
import { meanOf, percentOf } from './ratio.ts';
import { wasClosed } from './resolution.ts';

const CONTENT = 4;

/**
 * 用户满意度: ratings of 4 or 5 ÷ all ratings (1 to 5). The mean and the share of closed tickets with a rating are given
 * too.
 */
export const satisfaction: Kpi = {
  key: 'satisfaction',
  label: { zh: '用户满意度', en: 'User satisfaction' },
  formula: {
    zh: '评分不低于 4 分的评价数 ÷ 评价数；另列平均分和回访覆盖率',
    en: 'ratings of 4 or more ÷ ratings; mean and coverage beside it',
  },
  unit: 'percent',
  digits: 2,
  target: { value: 90, bound: 'at-least' },
  compute({ tickets }) {
    const rated = tickets.flatMap(({ id, satisfaction: points }) =>
      typeof points === 'number' ? [{ id, points }] : [],
    );
    const closed = tickets.filter(wasClosed);
    const asked = closed.filter(({ satisfaction: points }) => typeof points === 'number');
    return rate(rated, ({ points }) => points >= CONTENT, {
      mean: meanOf(rated.map(({ points }) => points)),
      coverage_percent: percentOf(asked.length, closed.length),
    });
  },
};
