/**
 * Sections of a report about security, shortfalls and the next period: 安全情况, 存在问题与改进措施, 下期计划; in an annual report also
 * 合同履约情况对照.
 */
import type { Item } from '../../model/entry.ts';
import { findHolder, itemsByKind } from '../../model/outline.ts';
import { addDays } from '../time/date.ts';
import { plannedInspections } from '../due/inspectionPlan.ts';
import { nthWorkdayAfter } from '../time/calendar.ts';
import { flowIn } from '../kpi/backlog.ts';
import { figureText, isReached, targetOf } from '../kpi/figures.ts';
import { kpis } from '../kpi/catalogue.ts';
import { contains, type Period, periodLabel, periodOf } from '../time/period.ts';
import { reportedPeriods } from '../due/reportPlan.ts';
import { targetText } from './kpiSection.ts';
import { NOTHING_TO_REPORT, type ReportParts, words } from './parts.ts';

/** 安全情况: security events of the period. */
export function security({ figure, say }: ReportParts): string {
  const events = figure('security_events');
  const ids = events?.missed ?? [];
  return say({
    zh:
      ids.length === 0
        ? '本期未发生网络和数据安全事件。'
        : `本期发生网络和数据安全事件 ${ids.length} 起：${ids.join('、')}。`,
    en:
      ids.length === 0
        ? 'No event of network or data security.'
        : `Events of network or data security: ${ids.length} (${ids.join(', ')}).`,
  });
}

/** 存在问题与改进措施: the figures that miss an agreed target, with the records that caused it. */
export function shortfalls({ figures, settings, say, table }: ReportParts): string {
  const rows = kpis.flatMap(kpi => {
    const [figure, target] = [figures.find(({ key }) => key === kpi.key), targetOf(kpi, settings)];
    if (
      figure === undefined ||
      target === undefined ||
      target.source === 'default' ||
      isReached(figure, target) !== false
    )
      return [];
    return [[say(kpi.label), say(figureText(kpi, figure)), targetText(kpi, target, say), figure.missed.join('、')]];
  });
  return table(
    [
      words('未达标指标', 'Below target'),
      words('结果', 'Result'),
      words('目标', 'Target'),
      words('涉及单号', 'Records'),
    ],
    rows,
    words('本期各项有约定的指标均已达标。', 'Every agreed target was reached.'),
  );
}

/** 下期计划: what is due in the next period. */
export function nextPeriod({ moment, facts, settings, say }: ReportParts): string {
  const next = followingPeriod(moment.period);
  if (next === undefined) return say(NOTHING_TO_REPORT);
  const planned = plannedInspections(settings.calendar, next, settings.service);
  const holidays = planned.filter(({ kind }) => kind === 'holiday');
  const open = flowIn(moment.period, facts.tickets, settings).left;
  const due = settings.terms.reports.flatMap(({ kind, workdays }) =>
    reportedPeriods(kind, { from: moment.period.from, to: next.to }, settings.service)
      .map(span => ({ span, day: nthWorkdayAfter(settings.calendar, span, workdays) }))
      .filter(({ day }) => contains(next, day)),
  );
  const lines = [
    ...(planned.length === 0
      ? []
      : [
          say({
            zh: `完成巡检 ${planned.length} 次${holidays.length > 0 ? `，其中节假日巡检 ${holidays.length} 次（${holidays.map(({ name }) => name?.zh).join('、')}）` : ''}。`,
            en: `${planned.length} inspections${holidays.length > 0 ? `, ${holidays.length} of them for holidays (${holidays.map(({ name }) => name?.en).join(', ')})` : ''}.`,
          }),
        ]),
    ...due.map(({ span, day }) =>
      say({
        zh: `${day} 前提交${periodLabel(span).zh}维护报告和台账。`,
        en: `Hand in the report and ledger of ${periodLabel(span).en} by ${day}.`,
      }),
    ),
    ...(open.length > 0
      ? [say({ zh: `继续处理未解决单据：${open.join('、')}。`, en: `Finish what is open: ${open.join(', ')}.` })]
      : []),
  ];
  return lines.length === 0 ? say(NOTHING_TO_REPORT) : lines.map(line => `- ${line}`).join('\n');
}

function followingPeriod({ kind, to }: Period): Period | undefined {
  return kind === 'range' ? undefined : periodOf(kind, addDays(to, 1));
}

/** 合同履约情况对照: the state of the obligations of each source. The full register is part of the acceptance documents. */
export function performance({ moment, table, printed, say }: ReportParts): string {
  const items = moment.get(itemsByKind, 'obligation');
  const documents = [...new Set(items.map(({ document }) => document))];
  const rows = documents.map(document =>
    counted(
      String(findHolder(moment.get, document)?.entry?.data['title'] ?? document),
      items.filter(item => item.document === document),
    ),
  );
  const head = [
    words('履约事项清单', 'Register'),
    words('事项', 'Rows'),
    words('满足', 'Met'),
    words('部分满足', 'Partly met'),
    words('不满足', 'Not met'),
    words('未作结论', 'Open'),
  ];
  const rates = say({
    zh: `全年工单签字确认率 ${printed('signoff_rate')}，服务报告交付及时率 ${printed('report_in_time')}，用户满意度 ${printed('satisfaction')}。`,
    en: `Over the year: orders signed ${printed('signoff_rate')}, reports in time ${printed('report_in_time')}, satisfaction ${printed('satisfaction')}.`,
  });
  return [table(head, rows, words('尚未建立履约事项清单。', 'There is no register of obligations.')), rates].join(
    '\n\n',
  );
}

function counted(title: string, items: readonly Item[]): readonly unknown[] {
  const by = (conclusion: string): number =>
    items.filter(({ attributes }) => attributes['conclusion'] === conclusion).length;
  const open = items.filter(({ attributes }) => attributes['conclusion'] === undefined).length;
  return [title, items.length, by('met') + by('n-a'), by('partly'), by('not-met'), open];
}
