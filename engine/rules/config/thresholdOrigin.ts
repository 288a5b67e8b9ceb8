import { mapOf } from '../../model/config/config.ts';
import type { Data } from '../../model/entry.ts';
import { CONFIG_PATH } from '../../model/config/projectConfig.ts';
import { projectRule, type Remark } from '../rule.ts';
import { atKey } from '../../model/place.ts';

export const thresholdOrigin = projectRule({
  id: 'config/threshold-origin',
  says: {
    zh: '每个时限和指标都写明来源：合同、投标、制度。',
    en: 'Every term and target says where it comes from: contract, bid or policy.',
  },
  why: {
    zh: '没有来源的数字不能用来说谁违约；默认值只作提示，应换成合同或投标文件里的数字。',
    en: 'A number without an origin proves no breach; a default is a hint until the number of the contract or bid replaces it.',
  },
  clauses: ['C4.3-01'],
  severity: 'warning',
  examples: [
    {
      bad: { 'docket.yml': '«docket:» 1\n' },
      message: '没有写服务级别（sla），按默认时限提示：请写投标或合同承诺的时限和来源。',
    },
    {
      bad: {
        'docket.yml':
          '«sla»:\n  levels: { P1: { response: 15m } }\nkpi:\n  «sla_rate»: 95\nduties:\n  report: { «monthly»: { due: 5 workdays } }\n',
      },
      message: 'sla 没有写来源：source 填 contract、bid 或 policy。',
    },
    {
      good: {
        'docket.yml':
          'sla:\n  source: bid\n  levels: { P1: { response: 15m } }\nkpi:\n  source: bid\n  sla_rate: 95\nthresholds:\n  usage: { warn: 80, source: contract }\nduties:\n  inspection: { weekly: true, source: contract }\n  report: { source: bid, monthly: { due: 5 workdays } }\n  nda: everybody\n',
      },
    },
  ],

  *check({ config, exists }) {
    if (!exists(CONFIG_PATH)) return;
    const { sla, kpi, thresholds, duties } = config;
    if (Object.keys(sla.levels ?? {}).length === 0) yield NO_LEVELS;
    else if (!hasOrigin(sla)) yield report('sla', '/sla');
    for (const [key, value] of Object.entries(kpi)) {
      const own = mapOf(value);
      if (key !== 'source' && !hasOrigin(own) && (own['source'] !== undefined || !hasOrigin(kpi)))
        yield report(`kpi.${key}`, `/kpi/${key}`);
    }
    yield* withoutOrigin(thresholds, '/thresholds');
    yield* withoutOrigin(duties, '/duties');
  },
});

const NO_LEVELS: Remark = {
  at: atKey(CONFIG_PATH, '/sla'),
  say: {
    zh: '没有写服务级别（sla），按默认时限提示：请写投标或合同承诺的时限和来源。',
    en: 'There are no service levels (sla), so default terms give hints only: write what the bid or the contract promises, and its source.',
  },
};

/** What makes a map a threshold and not a switch. */
const NUMBERS = ['due', 'value', 'days', 'grace', 'feedback', 'review', 'warn', 'critical', 'target'];

function* withoutOrigin(data: Data, at: string): Iterable<Remark> {
  for (const [key, value] of Object.entries(data)) {
    const inner = mapOf(value);
    if (hasOrigin(inner)) continue;
    if (NUMBERS.some(name => Object.hasOwn(inner, name)))
      yield report(`${at.slice(1).replaceAll('/', '.')}.${key}`, `${at}/${key}`);
    else yield* withoutOrigin(inner, `${at}/${key}`);
  }
}

function hasOrigin(data: Data): boolean {
  const { source } = data;
  return source === 'contract' || source === 'bid' || source === 'policy';
}

function report(name: string, pointer: string): Remark {
  return {
    at: atKey(CONFIG_PATH, pointer),
    say: {
      zh: `${name} 没有写来源：source 填 contract、bid 或 policy。`,
      en: `${name} has no origin: set source to contract, bid or policy.`,
    },
  };
}
