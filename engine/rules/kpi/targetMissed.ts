import { ALL } from '../../base/queries.ts';
import { query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import { kpis } from '../../measure/kpi/catalogue.ts';
import { figures, figureText, isReached, type SourcedTarget, targetOf } from '../../measure/kpi/figures.ts';
import type { Figure, Kpi } from '../../measure/kpi/kpi.ts';
import { type Period, periodLabel, rangeOf } from '../../measure/time/period.ts';
import { projectFacts } from '../../measure/facts/projectFacts.ts';
import { reportedPeriods } from '../../measure/due/reportPlan.ts';
import { ORIGINS, targetText } from '../../measure/report/kpiSection.ts';
import { measureTerms } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { inConfig, today } from '../duties.ts';
import type { Project } from '../project.ts';
import { projectRule, type Remark } from '../rule.ts';

const CONFIG =
  'project: { period: { from: 2026-04-01, to: 2026-06-30 } }\nsla: { source: bid, levels: { P3: { response: 60m } } }\nkpi: { source: bid, «response_rate»: 95 }\n';
const calm = CONFIG.replace(/[«»]/g, '');
const WX = 'records/ticket/2026/WX-2026-0001.md';
const ticket = (responded: string) =>
  `---\nstatus: closed\nseverity: P3\nreported_at: "2026-05-20T09:00:00+08:00"\nresponded_at: "2026-05-20T${responded}:00+08:00"\nresolved_at: "2026-05-20T12:00:00+08:00"\n---\n# 登录失败\n`;

export const targetMissed = projectRule({
  id: 'kpi/target-missed',
  says: {
    zh: '每季度和整个服务期的约定指标都达到目标。',
    en: 'Agreed targets are met in every quarter and over the whole service.',
  },
  why: {
    zh: '指标目标是合同或投标的承诺，未达标会在考核中扣分并影响尾款；提前看到才来得及改进。',
    en: 'Targets are promises; a missed one costs points and money, and seeing it early leaves time to improve.',
  },
  clauses: ['C2-04', 'C3.0-02', 'C3.3-02', 'C4.9-07'],
  severity: 'warning',
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [WX]: ticket('11:00') },
      asOf: '2026-06-30',
      message: '2026年第二季度响应及时率 0/1 = 0.00%，未达到目标 ≥ 95%（投标承诺）；涉及 WX-2026-0001。',
    },
    { good: { 'docket.yml': calm, [WX]: ticket('09:30') }, asOf: '2026-07-01' },
    { good: { 'docket.yml': calm, [WX]: ticket('11:00') }, asOf: '2026-06-29' },
    { good: { 'docket.yml': calm.replace('kpi: { source: bid', 'kpi: { source: default'), [WX]: ticket('11:00') } },
  ],

  *check(project) {
    const { period: service } = project.config.project;
    if (service === undefined) return;
    const whole = rangeOf(service.from, service.to);
    const quarters = reportedPeriods('quarter', service, service);
    // A service of one quarter has one set of figures, not two.
    const spans = [
      ...quarters,
      ...(whole && !(quarters.length === 1 && quarters[0]?.from === whole.from) ? [whole] : []),
    ];
    for (const span of spans.filter(({ to }) => to <= today(project))) yield* missedIn(span, project);
  },
});

/** The figures of a period from the records as they are now; corrections made after the report count. */
const figuresNow = query<readonly Figure[]>(
  'figuresNow',
  (key, get) => {
    const [from = '', to = '', kind = 'range'] = key.split('|');
    return figures({ key, from, to, kind: kind as Period['kind'] }, get(projectFacts, ALL), get(measureTerms, ALL));
  },
  sameData,
);

function* missedIn(period: Period, project: Project): Iterable<Remark> {
  const settings = project.get(measureTerms, ALL);
  for (const figure of project.get(figuresNow, `${period.from}|${period.to}|${period.kind}`)) {
    const kpi = kpis.find(({ key }) => key === figure.key);
    const target = kpi && targetOf(kpi, settings);
    if (kpi === undefined || target === undefined || target.source === 'default' || isReached(figure, target) !== false)
      continue;
    yield missed(kpi, figure, target, period, project);
  }
}

function missed(kpi: Kpi, figure: Figure, target: SourcedTarget, period: Period, project: Project): Remark {
  const [label, text] = [
    period.kind === 'range' ? { zh: '全服务期', en: 'the whole service' } : periodLabel(period),
    figureText(kpi, figure),
  ];
  const shown = figure.missed.slice(0, 5);
  const more = figure.missed.length > shown.length;
  return {
    at: inConfig(`/kpi/${kpi.key}`),
    say: {
      zh: `${label.zh}${kpi.label.zh} ${text.zh}，未达到目标 ${targetText(kpi, target, words => words.zh)}（${ORIGINS[target.source].zh}）${shown.length > 0 ? `；涉及 ${shown.join('、')}${more ? '等' : ''}` : ''}。`,
      en: `${kpi.label.en} in ${label.en}: ${text.en}, target ${targetText(kpi, target, words => words.en)} (${ORIGINS[target.source].en})${shown.length > 0 ? `; see ${shown.join(', ')}${more ? ' …' : ''}` : ''}.`,
    },
    related: shown.flatMap(id => {
      const entry = project.entry(id);
      return entry
        ? [{ at: placeOf(entry, '/id'), say: { zh: `${id} 未达标`, en: `${id} is counted as a miss` } }]
        : [];
    }),
  };
}
