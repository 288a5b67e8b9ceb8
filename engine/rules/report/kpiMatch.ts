import type { Report } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import type { Words } from '../../base/words.ts';
import { kpis } from '../../measure/kpi/catalogue.ts';
import { cutoffOf } from '../../measure/time/moment.ts';
import { figuresPath, type FrozenFigure, frozen, readFrozen, reportPeriod } from '../../measure/report/figuresAt.ts';
import { printed } from '../../measure/report/kpiSection.ts';
import { offsetOf } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { config } from '../../model/config/projectConfig.ts';
import type { Project } from '../project.ts';
import { crossRule, type Remark as Finding } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';
import { atSpan, type Place } from '../../model/place.ts';
import { printedFigures, sameFigure } from './printedFigures.ts';

const YB = 'reports/YB-2026-05.md';
const FILE = 'reports/figures/YB-2026-05.json';
const report = (cell: string, status = 'submitted') =>
  `---\ntype: report\nstatus: ${status}\nperiod: "2026-05"\ndata_cutoff: 2026-05-31\nfigures: ${FILE}\n---\n# 月报\n\n## 服务指标\n\n| 指标 | 结果 |\n|---|---|\n| 响应及时率 | ${cell} |\n`;
const figures = (numerator: number) =>
  `{ "figures": [ { "key": "response_rate", "numerator": ${numerator}, "denominator": 1, "percent": ${numerator * 100}, "ids": ["WX-2026-0001"] } ] }`;
const ticket =
  '---\nstatus: closed\nseverity: P3\nreported_at: "2026-05-20T09:00:00+08:00"\nresponded_at: "2026-05-20T09:10:00+08:00"\nresolved_at: "2026-05-20T10:00:00+08:00"\n---\n# 登录失败\n';
const WX = 'records/ticket/2026/WX-2026-0001.md';

export const kpiMatch = crossRule<Report>({
  id: 'report/kpi-match',
  says: {
    zh: '报告中的指标等于随报告固定的指标数据，也等于按数据截止时间从单据重算的结果。',
    en: 'The figures in a report equal the figures frozen with it, and those computed from the records as of its cut-off.',
  },
  why: {
    zh: '报告数字是考核和尾款的依据；手工填写的数字无法复核，等同于虚报。',
    en: 'Assessment and payment are based on these numbers; a number typed by hand cannot be checked and counts as a false report.',
  },
  basis: 'practice',
  severity: 'error',
  kinds: ['report'],
  examples: [
    {
      bad: { [YB]: report('«98%»'), [FILE]: figures(1), [WX]: ticket },
      message: 'YB-2026-05 的“响应及时率”写作 98%，指标数据为 1/1 = 100.00%；请改为一致，或重新生成。',
    },
    {
      bad: { [YB]: report('0/1 = 0.00%').replace(FILE, `«${FILE}»`), [FILE]: figures(0), [WX]: ticket },
      message:
        'YB-2026-05 固定的“响应及时率”为 0/1 = 0.00%，按数据截止时间重算为 1/1 = 100.00%；单据有更正的，在下期报告中写更正说明。',
    },
    {
      bad: { [YB]: report('1/1 = 100.00%').replace(FILE, `«${FILE}»`), [WX]: ticket },
      message:
        'YB-2026-05 没有固定的指标数据文件 reports/figures/YB-2026-05.json；可用 docket report --period 2026-05 生成。',
    },
    { good: { [YB]: report('1/1 = 100.00 %'), [FILE]: figures(1), [WX]: ticket } },
    { good: { [YB]: report('98%', 'draft') } },
  ],

  *check(entry, project) {
    const period = reportPeriod(project.get, entry.data.period);
    if (entry.broken || period === undefined || !project.reached(entry, 'submitted')) return;
    const path = entry.data.figures ?? figuresPath(entry.id);
    const kept = readFrozen(project.text(path));
    const at = placeOf(entry, entry.data.figures === undefined ? '/period' : '/figures');
    if (kept === undefined) {
      const zh = `${entry.id} 没有固定的指标数据文件 ${path}；可用 docket report --period ${period.key} 生成。`;
      yield {
        at,
        id: entry.id,
        say: {
          zh,
          en: `${entry.id} has no frozen figures ${path}: generate them with docket report --period ${period.key}.`,
        },
      };
      return;
    }
    yield* misprints(entry, kept, project);
    const cutoff = cutoffOf(entry.data.data_cutoff, period, offsetOf(project.config));
    yield* recounts(
      entry,
      kept,
      new Map(frozen(project.get, period, cutoff).figures.map(figure => [figure.key, figure])),
      at,
    );
  },
});

type Figures = ReadonlyMap<string, FrozenFigure>;

function* misprints({ id, path }: EntryOf<Report>, kept: Figures, project: Project): Iterable<Finding> {
  const { language } = project.get(config, ALL);
  for (const { key, text, span } of project.get(printedFigures, path)) {
    const [kpi, figure] = [kpis.find(one => one.key === key), kept.get(key)];
    if (kpi === undefined || figure === undefined) continue;
    const right = printed(kpi, figure);
    if (sameFigure(text, right.zh) || sameFigure(text, right.en)) continue;
    yield {
      at: atSpan(path, span),
      id,
      say: {
        zh: `${id} 的“${kpi.label.zh}”写作 ${text || '空'}，指标数据为 ${right.zh}；请改为一致，或重新生成。`,
        en: `${kpi.label.en} of ${id} says ${text || 'nothing'}, but the frozen figures say ${right.en}: make them agree, or generate the report again.`,
      },
      fixes: [
        {
          title: { zh: `改为 ${right.zh}`, en: `Change it to ${right.en}` },
          safe: true,
          edits: [{ do: 'replace', at: atSpan(path, span), text: right[language] }],
        },
      ],
    };
  }
}

/** Frozen figures that differ from those the records give now; one finding names the first of them. */
function* recounts({ id }: EntryOf<Report>, kept: Figures, now: Figures, at: Place): Iterable<Finding> {
  const moved = kpis.flatMap(kpi => {
    const [before, after] = [kept.get(kpi.key), now.get(kpi.key)];
    if (before === undefined || after === undefined) return [];
    const [was, is] = [printed(kpi, before), printed(kpi, after)];
    return was.zh === is.zh ? [] : [{ label: kpi.label, was, is }];
  });
  const [first] = moved;
  if (first === undefined) return;
  const others: Words =
    moved.length > 1 ? { zh: `等 ${moved.length} 项`, en: ` and ${moved.length - 1} more` } : { zh: '', en: '' };
  yield {
    at,
    id,
    say: {
      zh: `${id} 固定的“${first.label.zh}”为 ${first.was.zh}，按数据截止时间重算为 ${first.is.zh}${others.zh ? `（${others.zh}）` : ''}；单据有更正的，在下期报告中写更正说明。`,
      en: `${first.label.en} frozen with ${id} is ${first.was.en}, but the records as of the cut-off give ${first.is.en}${others.en}: if records were corrected, explain it in the next report.`,
    },
  };
}
