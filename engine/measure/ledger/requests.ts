/** Sheets of requests: 需求台账, 服务工单台账. */
import type { Requirement, ServiceOrder } from '../../../docs-schema/generated/types.ts';
import { parseInstant, startOfDay } from '../time/instant.ts';
import type { EntryWith, MeasuredMoment } from '../time/moment.ts';
import { at, linked, sheet } from './sheet.ts';

/** 需求台账: requirements received in the period, or without an answer when it began. */
export const requirements = sheet<EntryWith<Requirement>>('requirements', requirementsOnHand, [
  [at('单号', 'Requirement'), ({ id }) => id],
  [at('受理时间', 'Received'), ({ data }, { time }) => time(data.received_at)],
  [at('渠道', 'Channel'), ({ data }, { label }) => label('requirement', 'channel', data.channel)],
  [at('地区/单位', 'Region'), ({ data: { reporter } }) => reporter?.region ?? reporter?.org],
  [at('需求内容', 'Requirement text'), ({ data }) => data.title],
  [at('类别', 'Category'), ({ data }, { label }) => label('requirement', 'category', data.category)],
  [
    at('共性需求', 'Common'),
    ({ data }, { happened, say }) =>
      happened(data.decided_at) ? say(data.is_common ? at('是', 'yes') : at('否', 'no')) : '',
  ],
  [
    at('处理意见', 'Opinion'),
    ({ data }, { happened, label }) => (happened(data.decided_at) ? label('requirement', 'opinion', data.opinion) : ''),
  ],
  [at('意见形成时间', 'Decided'), ({ data }, { time }) => time(data.decided_at)],
  [at('反馈时间', 'Fed back'), ({ data }, { time }) => time(data.feedback_at)],
  [at('关联单号', 'Links'), linked],
  [at('状态', 'State'), requirementState],
]);

/** Requirements received in the period, or without an answer when it began. */
function requirementsOnHand(moment: MeasuredMoment): readonly EntryWith<Requirement>[] {
  const start = startOfDay(moment.period.from, moment.offset);
  const isOpen = (text: unknown): boolean => (parseInstant(text) ?? Number.POSITIVE_INFINITY) >= start;
  return moment
    .entries<Requirement>('requirement')
    .filter(
      entry =>
        moment.happened(entry.data.received_at) &&
        (moment.within(entry.data.received_at) ||
          (entry.status !== 'void' && !isMerged(entry, moment) && isOpen(entry.data.feedback_at))),
    );
}

/**
 * Whether a requirement is merged by the cut-off. Merging has no time of its own; it counts from the decision on the
 * other requirement.
 */
function isMerged({ status, data }: EntryWith<Requirement>, { entries, happened }: MeasuredMoment): boolean {
  const target = entries<Requirement>('requirement').find(({ id }) => id === data.merged_into);
  return status === 'merged' && (target === undefined || happened(target.data.decided_at));
}

function requirementState(entry: EntryWith<Requirement>, moment: MeasuredMoment): string {
  const { happened, state } = moment;
  const { status, data } = entry;
  if (status === 'void' || isMerged(entry, moment)) return state('requirement', status ?? '');
  if (happened(data.feedback_at)) return state('requirement', 'fed_back');
  return state('requirement', happened(data.decided_at) ? 'decided' : 'registered');
}

/** 服务工单台账: service orders started in the period. */
export const serviceOrders = sheet<EntryWith<ServiceOrder>>(
  'service_orders',
  ({ entries, within }) => entries<ServiceOrder>('service-order').filter(({ data }) => within(data.started_at)),
  [
    [at('单号', 'Order'), ({ id }) => id],
    [at('标题', 'Title'), ({ data }) => data.title],
    [at('类别', 'Category'), ({ data }, { label }) => label('service-order', 'category', data.category)],
    [at('性质', 'Nature'), ({ data }, { label }) => label('service-order', 'nature', data.nature)],
    [at('申请人', 'Requester'), ({ data }) => data.requester],
    [at('开始时间', 'Started'), ({ data }, { time }) => time(data.started_at)],
    [at('完成时间', 'Done'), ({ data }, { time }) => time(data.done_at)],
    [at('工时', 'Hours'), ({ data }, { happened }) => (happened(data.done_at) ? data.work_hours : '')],
    [at('处理人', 'Handler'), ({ data }, { person }) => person(data.handler)],
    [at('来源文件', 'Source'), ({ data }) => data.source_doc],
    [at('关联单号', 'Links'), linked],
    [at('状态', 'State'), orderState],
  ],
);

function orderState({ status, data }: EntryWith<ServiceOrder>, { happened, state }: MeasuredMoment): string {
  if (status === 'void') return state('service-order', 'void');
  return state('service-order', happened(data.done_at) ? 'done' : 'open');
}
