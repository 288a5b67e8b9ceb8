/** The sheet 问题台账: tickets reported in the period, and those open when it began. */
import { ALL } from '../../base/queries.ts';
import type { Ticket } from '../../../docs-schema/generated/types.ts';
import { ticketAt } from '../time/asOf.ts';
import { type Instant, parseInstant, startOfDay } from '../time/instant.ts';
import type { EntryWith, MeasuredMoment } from '../time/moment.ts';
import { slaOf } from '../agreed/sla.ts';
import { slaTable, workCalendar } from '../agreed/terms.ts';
import { at, linked, sheet } from './sheet.ts';

type Row = EntryWith<Ticket> & { readonly now: Ticket };

/** 问题台账: tickets reported in the period, or open when it began. */
export const tickets = sheet<Row>('tickets', onHand, [
  [at('单号', 'Ticket'), ({ id }) => id],
  [at('受理时间', 'Reported'), ({ data }, { time }) => time(data.reported_at)],
  [at('渠道', 'Channel'), ({ data }, { label }) => label('ticket', 'channel', data.channel)],
  [at('地区/单位', 'Region'), ({ data: { reporter } }) => reporter?.region ?? reporter?.org],
  [at('系统/模块', 'System'), ({ data: { system, module } }) => [system, module].filter(Boolean).join('/')],
  [at('问题描述', 'Problem'), ({ data }) => data.title],
  [at('分类', 'Kind'), ({ data }, { label }) => label('ticket', 'kind', data.kind)],
  [at('级别', 'Level'), ({ data }) => data.severity],
  [at('原因', 'Cause'), ({ now }, { label }) => label('ticket', 'cause_category', now.cause_category)],
  [
    at('解决方案', 'Solution'),
    (row, { sentence }) => (row.now.resolved_at === undefined ? '' : sentence(row, 'solution')),
  ],
  [
    at('处理人', 'Handler'),
    ({ data, now }, { person }) =>
      person((now.resolved_at === undefined ? undefined : data.handler) ?? data.accepted_by),
  ],
  [at('响应时间', 'Responded'), ({ data }, { time }) => time(data.responded_at)],
  [at('解决时间', 'Resolved'), ({ now }, { time }) => time(now.resolved_at)],
  [at('是否超时', 'Late'), late],
  [at('反馈时间', 'Fed back'), ({ now }, { time }) => time(now.feedback_at)],
  [at('满意度', 'Rating'), ({ now }) => now.satisfaction],
  [at('关联单号', 'Links'), linked],
  [at('状态', 'State'), ({ now }, { state }) => state('ticket', now.status ?? '')],
]);

function onHand(moment: MeasuredMoment): readonly Row[] {
  const start = startOfDay(moment.period.from, moment.offset);
  return moment
    .entries<Ticket>('ticket')
    .filter(({ data }) => moment.happened(data.reported_at) && isOnHand(data, start, moment))
    .map(entry => {
      const now = ticketAt({ ...entry.data, id: entry.id, status: entry.status }, moment.happened, moment.offset);
      return { ...entry, now: now as Ticket };
    });
}

function isOnHand({ reported_at, resolved_at }: Ticket, start: Instant, { within }: MeasuredMoment): boolean {
  if (within(reported_at)) return true;
  const [reported, resolved] = [parseInstant(reported_at), parseInstant(resolved_at)];
  return reported !== undefined && reported < start && (resolved === undefined || resolved >= start);
}

function late({ id, status, data }: Row, { get, cutoff, say }: MeasuredMoment): string {
  const levels = slaOf({ ...data, id, status }, get(slaTable, ALL), get(workCalendar, ALL), cutoff);
  if (levels === undefined) return '';
  const missed = [
    [levels.response, at('响应超时', 'response')] as const,
    [levels.resolve, at('解决超时', 'resolution')] as const,
  ].filter(([{ outcome }]) => outcome === 'missed' || outcome === 'overdue');
  return missed.length === 0 ? say(at('否', 'no')) : missed.map(([, words]) => say(words)).join('、');
}
