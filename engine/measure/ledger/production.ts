/** Sheets about production: 故障台账, 变更与脚本台账, 异常数据台账. */
import type { ChangeApproval, DataFix, IncidentReport } from '../../../docs-schema/generated/types.ts';
import { minutesBetween } from '../time/workClock.ts';
import { ALL } from '../../base/queries.ts';
import { parseInstant } from '../time/instant.ts';
import type { EntryWith, MeasuredMoment } from '../time/moment.ts';
import { workCalendar } from '../agreed/terms.ts';
import { at, linked, sheet } from './sheet.ts';

/** 故障台账: incidents that occurred in the period. */
export const incidents = sheet<EntryWith<IncidentReport>>(
  'incidents',
  ({ entries, within }) =>
    entries<IncidentReport>('incident-report').filter(({ data }) => within(data.occurred_at ?? data.reported_at)),
  [
    [at('编号', 'Incident'), ({ id }) => id],
    [at('故障', 'Fault'), ({ data }) => data.title],
    [at('类型', 'Kind'), ({ data }, { label }) => label('incident-report', 'kind', data.kind)],
    [at('级别', 'Level'), ({ data }) => data.severity],
    [at('发生时间', 'Occurred'), ({ data }, { time }) => time(data.occurred_at ?? data.reported_at)],
    [at('恢复时间', 'Recovered'), ({ data }, { time }) => time(data.recovered_at)],
    [at('时长(分钟)', 'Minutes'), duration],
    [
      at('原因', 'Cause'),
      ({ data }, { happened, label }) =>
        happened(data.recovered_at) ? label('incident-report', 'root_cause_category', data.root_cause_category) : '',
    ],
    [at('处理单', 'Ticket'), ({ data }) => data.ticket],
    [at('提交时间', 'Submitted'), ({ data }, { time }) => time(data.submitted_at)],
  ],
);

function duration({ data }: EntryWith<IncidentReport>, { get, happened }: MeasuredMoment): string {
  const [from, to] = [parseInstant(data.occurred_at ?? data.reported_at), parseInstant(data.recovered_at)];
  if (from === undefined || to === undefined || !happened(data.recovered_at)) return '';
  return String(Math.round(minutesBetween('natural', get(workCalendar, ALL), from, to)));
}

/** 变更与脚本台账: changes created or implemented in the period. */
export const changes = sheet<EntryWith<ChangeApproval>>(
  'changes',
  ({ entries, within }) =>
    entries<ChangeApproval>('change-approval').filter(
      ({ data }) => within(data.created) || within(data.implemented_at),
    ),
  [
    [at('编号', 'Change'), ({ id }) => id],
    [at('标题', 'Title'), ({ data }) => data.title],
    [at('变更类型', 'Kind'), ({ data }, { label }) => label('change-approval', 'change_kind', data.change_kind)],
    [at('风险', 'Risk'), ({ data }, { label }) => label('change-approval', 'risk', data.risk)],
    [at('关联单号', 'For'), linked],
    [at('批准时间', 'Approved'), ({ data }, { time }) => time(approvedAt(data.approvals))],
    [at('实施时间', 'Implemented'), ({ data }, { time }) => time(data.implemented_at)],
    [
      at('实施人', 'By'),
      ({ data }, { happened, person }) => (happened(data.implemented_at) ? person(data.implemented_by) : ''),
    ],
    [
      at('脚本', 'Scripts'),
      ({ data }) =>
        (data.scripts ?? [])
          .map(({ path }) => path)
          .filter(Boolean)
          .join('；'),
    ],
    [
      at('结果', 'Result'),
      ({ data }, { happened, label }) =>
        happened(data.implemented_at) ? label('change-approval', 'result', data.result) : '',
    ],
  ],
);

/** 异常数据台账: data fixes requested or executed in the period. */
export const dataFixes = sheet<EntryWith<DataFix>>(
  'data_fixes',
  ({ entries, within }) =>
    entries<DataFix>('data-fix').filter(({ data }) => within(data.requested_at) || within(data.executed_at)),
  [
    [at('编号', 'Data fix'), ({ id }) => id],
    [at('标题', 'Title'), ({ data }) => data.title],
    [at('异常原因', 'Cause'), ({ data }, { label }) => label('data-fix', 'cause', data.cause)],
    [at('申请时间', 'Requested'), ({ data }, { time }) => time(data.requested_at)],
    [at('批准时间', 'Approved'), ({ data }, { time }) => time(approvedAt(data.approvals))],
    [at('执行时间', 'Executed'), ({ data }, { time }) => time(data.executed_at)],
    [
      at('执行人', 'Executed by'),
      ({ data }, { happened, person }) => (happened(data.executed_at) ? person(data.executed_by) : ''),
    ],
    [
      at('复核人', 'Checked by'),
      ({ data }, { happened, person }) => (happened(data.executed_at) ? person(data.checked_by) : ''),
    ],
    [
      at('预期/实际行数', 'Rows'),
      ({ data }, { happened }) =>
        happened(data.executed_at) ? `${data.expected_rows ?? ''}/${data.actual_rows ?? ''}` : '',
    ],
    [at('用户确认时间', 'Verified'), ({ data }, { time }) => time(data.verified_at)],
    [at('关联单号', 'Links'), linked],
  ],
);

/** The time of the last approval. */
function approvedAt(approvals: readonly { readonly at?: string }[] | undefined): string | undefined {
  return (approvals ?? [])
    .flatMap(({ at: when }) => (when ? [when] : []))
    .sort()
    .at(-1);
}
