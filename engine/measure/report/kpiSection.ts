/** The section 服务指标 of a report: every figure with its target, who set the target, and how it is counted. */
import type { Words } from '../../base/words.ts';
import { kpis } from '../kpi/catalogue.ts';
import { figureText, isReached, type SourcedTarget, targetOf, valueOf } from '../kpi/figures.ts';
import type { Figure, Kpi } from '../kpi/kpi.ts';
import { sheetTable } from '../../writing/table.ts';
import type { MeasureSettings } from '../agreed/measureSettings.ts';
import type { Origin } from '../agreed/sla.ts';
import type { FrozenFigure } from './figuresAt.ts';

type Say = (words: Words) => string;

/** The words for each source of a threshold. */
export const ORIGINS: Readonly<Record<Origin, Words>> = {
  contract: { zh: '合同', en: 'contract' },
  bid: { zh: '投标承诺', en: 'bid' },
  policy: { zh: '管理制度', en: 'policy' },
  default: { zh: '合同未约定，按默认值', en: 'not agreed; default' },
};

const HEADER: readonly Words[] = [
  { zh: '指标', en: 'Figure' },
  { zh: '结果', en: 'Result' },
  { zh: '目标', en: 'Target' },
  { zh: '目标来源', en: 'Origin of the target' },
  { zh: '是否达标', en: 'Reached' },
];

/** The text of the section: a table, the formulas, and the rules of counting. */
export function kpiSection(all: readonly Figure[], settings: MeasureSettings, say: Say): string {
  const shown = kpis.flatMap(kpi => all.filter(({ key }) => key === kpi.key).map(figure => ({ kpi, figure })));
  const rows = shown.map(({ kpi, figure }) => row(kpi, figure, targetOf(kpi, settings), say));
  const formulas = shown.map(({ kpi }) => `- ${say(kpi.label)}${say({ zh: '：', en: ': ' })}${say(kpi.formula)}`);
  const rules = countingRules(settings).map((rule, n) => `${n + 1}. ${say(rule)}`);
  return [
    sheetTable(HEADER.map(say), rows),
    say({ zh: '计算公式：', en: 'Formulas:' }),
    formulas.join('\n'),
    say({ zh: '统计口径：', en: 'How it is counted:' }),
    rules.join('\n'),
  ].join('\n\n');
}

function row(kpi: Kpi, figure: Figure, target: SourcedTarget | undefined, say: Say): readonly string[] {
  const text = say(figureText(kpi, figure));
  if (target === undefined) return [say(kpi.label), text, '—', '—', '—'];
  return [
    say(kpi.label),
    text,
    targetText(kpi, target, say),
    say(ORIGINS[target.source]),
    say(verdict(figure, target)),
  ];
}

/** A target in words, such as `≥ 95%`. */
export function targetText({ unit }: Kpi, { bound, value }: SourcedTarget, say: Say): string {
  const units = { percent: '%', minutes: say({ zh: '分钟', en: ' min' }), count: '' };
  return `${bound === 'at-least' ? '≥' : '≤'} ${value}${units[unit]}`;
}

function verdict(figure: Figure, target: SourcedTarget): Words {
  const reached = isReached(figure, target);
  if (reached === undefined) return { zh: '—', en: '—' };
  if (reached) return { zh: '达标', en: 'yes' };
  return target.source === 'default' ? { zh: '仅供参考', en: 'for reference' } : { zh: '未达标', en: 'no' };
}

/** A frozen figure as a report prints it. */
export function printed(kpi: Kpi, figure: FrozenFigure): Words {
  return figureText(kpi, { ...figure, missed: [], extra: {}, value: valueOf(kpi, figure) });
}

function countingRules({ attribution }: MeasureSettings): readonly Words[] {
  return [
    attribution === 'reported'
      ? {
          zh: '归属：各项及时率按受理时间归入期间；收支表中的“解决”按解决时间计。',
          en: 'Rates belong to the period a ticket was reported in; “solved” in the flow table counts where it happened.',
        }
      : {
          zh: '归属：响应按受理时间、解决按解决时间归入期间。',
          en: 'Responses belong to the period of the report, solutions to the period they were made in.',
        },
    {
      zh: '作废、重复的单据不计；需求类单据计响应，不计故障指标。',
      en: 'Void and duplicate tickets are left out; requirement tickets count for responses, not for faults.',
    },
    {
      zh: '响应按自然时间计，解决按各级别规定的时钟计；登记的暂停时间只从解决用时中扣除。',
      en: 'Responses run on the natural clock, solutions on that of their level; recorded pauses are taken off solutions only.',
    },
    {
      zh: '未完成且已超时限的按未达标计；未到时限的不计入分母。',
      en: 'Open and past its target counts as missed; open inside it is in no denominator.',
    },
    {
      zh: '有约定完成时间和约定人的，以约定时间为准。',
      en: 'Where a date was agreed with the customer, that date counts.',
    },
    {
      zh: '分母为零时记“—”；百分数四舍五入到规定的小数位。',
      en: 'Nothing to divide by prints “—”; percentages are rounded half up.',
    },
    {
      zh: '各指标对应的单号见随报告固定的指标数据文件，可据此复核。',
      en: 'The figures file frozen with this report lists the records behind every number.',
    },
  ];
}
