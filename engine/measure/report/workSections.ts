/**
 * Sections of a report about work done: 需求受理与处理, 巡检情况, 故障与应急, 变更、部署与数据处理. They show rows of the ledger in fewer
 * columns.
 */
import { ALL } from '../../base/queries.ts';
import { catalogue } from '../../model/config/projectConfig.ts';
import { rowsIn } from '../facts/facts.ts';
import { capacity, inspections as inspectionSheet } from '../ledger/inspections.ts';
import { changes as changeSheet, dataFixes, incidents as incidentSheet } from '../ledger/production.ts';
import { requirements as requirementSheet } from '../ledger/requests.ts';
import type { Sheet } from '../ledger/sheet.ts';
import { sheetOfKind } from '../ledger/sheetOfKind.ts';
import { plannedInspections } from '../due/inspectionPlan.ts';
import { NOTHING_TO_REPORT, type ReportParts, words } from './parts.ts';

/** 需求受理与处理: the rates of feedback and delivery, and the requirements of the period. */
export function requirementSection(parts: ReportParts): string {
  const { printed, say } = parts;
  const rates = say({
    zh: `需求反馈及时率 ${printed('requirement_feedback')}，共性需求按期交付率 ${printed('requirement_done')}。`,
    en: `Requirements answered in time ${printed('requirement_feedback')}, common ones delivered in time ${printed('requirement_done')}.`,
  });
  return [
    rates,
    excerpt(parts, requirementSheet, ['单号', '受理时间', '需求内容', '共性需求', '处理意见', '反馈时间', '状态']),
  ].join('\n\n');
}

/** 巡检情况: inspections with findings, and the highest usage of storage. */
export function inspectionSection(parts: ReportParts): string {
  const { moment, settings, printed, say } = parts;
  const planned = plannedInspections(settings.calendar, moment.period, settings.service);
  const holidays = planned.filter(({ kind }) => kind === 'holiday').length;
  const summary = say({
    zh: `应巡检 ${planned.length} 次（每周 ${planned.length - holidays} 次，节假日 ${holidays} 次）；完成率 ${printed('inspection_rate')}，及时率 ${printed('inspection_in_time')}，异常闭环率 ${printed('abnormal_closed')}。`,
    en: `${planned.length} inspections planned (${planned.length - holidays} weekly, ${holidays} for holidays); done ${printed('inspection_rate')}, in time ${printed('inspection_in_time')}, abnormal findings closed ${printed('abnormal_closed')}.`,
  });
  const abnormal = excerpt(
    parts,
    inspectionSheet,
    ['编号', '巡检日期', '异常情况', '处理单'],
    row => row.at(-1) !== '',
  );
  return [summary, abnormal, usage(parts)].join('\n\n');
}

/** The highest usage of each volume and tablespace in the period, largest first. */
function usage({ moment, table }: ReportParts): string {
  const highest = new Map<string, readonly [string, string, number]>();
  for (const [date = '', , kind = '', host = '', name = '', , , percent = ''] of capacity.rows(moment)) {
    const value = Number(percent);
    if (percent !== '' && value > (highest.get(`${kind}${host}${name}`)?.[2] ?? -1))
      highest.set(`${kind}${host}${name}`, [`${host} ${name}`, date, value]);
  }
  const top = [...highest.values()].sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1)).slice(0, 5);
  return table(
    [words('存储/表空间', 'Volume or tablespace'), words('日期', 'Date'), words('最高使用率(%)', 'Highest usage (%)')],
    top,
    words('本期无容量记录。', 'No usage recorded.'),
  );
}

/** 故障与应急: the figures of faults and the incidents of the period. */
export function incidentSection(parts: ReportParts): string {
  const { printed, say } = parts;
  const summary = say({
    zh: `平均故障修复时间 ${printed('mttr')}，其中 P1、P2 级 ${printed('mttr_p1p2')}；故障报告及时率 ${printed('incident_report_in_time')}。`,
    en: `Mean time to repair ${printed('mttr')}, P1 and P2 ${printed('mttr_p1p2')}; incident reports in time ${printed('incident_report_in_time')}.`,
  });
  return [
    summary,
    excerpt(parts, incidentSheet, ['编号', '故障', '级别', '发生时间', '恢复时间', '时长(分钟)', '原因', '提交时间']),
  ].join('\n\n');
}

/** 变更、部署与数据处理: the figures of changes, the changes, and the data fixes of the period. */
export function changeSection(parts: ReportParts): string {
  const { moment, printed, say } = parts;
  const deployment = moment.get(catalogue, ALL).kinds.get('deployment');
  const deployments = deployment && sheetOfKind(deployment);
  const summary = say({
    zh: `变更成功率 ${printed('change_success')}，变更合规率 ${printed('change_approved')}，发布成功率 ${printed('release_success')}，文档同步及时率 ${printed('doc_update_in_time')}。`,
    en: `Changes that held ${printed('change_success')}, approved first ${printed('change_approved')}, releases that held ${printed('release_success')}, documents in time ${printed('doc_update_in_time')}.`,
  });
  return [
    summary,
    excerpt(parts, changeSheet, ['编号', '标题', '变更类型', '批准时间', '实施时间', '结果']),
    ...(deployments === undefined
      ? []
      : [excerpt(parts, deployments, ['编号', '标题', '部署原因', '完成时间', '结果'])]),
    excerpt(parts, dataFixes, ['编号', '标题', '批准时间', '执行时间', '预期/实际行数']),
    statistics(parts),
  ].join('\n\n');
}

function statistics({ moment, say }: ReportParts): string {
  const delivered = rowsIn(moment.entries('data-stat')).filter(({ data }) => moment.within(data['delivered_at']));
  const ids = delivered.map(({ id }) => id);
  return say({
    zh: `完成数据统计 ${ids.length} 项${ids.length > 0 ? `：${ids.join('、')}` : ''}。`,
    en: `Statistics delivered: ${ids.length}${ids.length > 0 ? ` (${ids.join(', ')})` : ''}.`,
  });
}

function excerpt(
  { moment, table }: ReportParts,
  { columns, rows }: Sheet,
  wanted: readonly string[],
  keep: (cells: readonly string[]) => boolean = () => true,
): string {
  const shown = columns.flatMap((column, n) => (wanted.includes(column.zh) ? [n] : []));
  const cells = rows(moment).map(row => shown.map(n => row[n] ?? ''));
  return table(
    shown.map(n => columns[n] ?? NOTHING_TO_REPORT),
    cells.filter(keep),
    NOTHING_TO_REPORT,
  );
}
