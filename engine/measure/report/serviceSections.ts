/** Sections of a report about the service: 服务概况, 人员与出勤, 问题受理与处理情况, 问题归纳与分析. */
import { ALL } from '../../base/queries.ts';
import type { Words } from '../../base/words.ts';
import { config } from '../../model/config/projectConfig.ts';
import type { MeasuredMoment } from '../time/moment.ts';
import { type Flow, flowIn, monthlyFlow } from '../kpi/backlog.ts';
import { distribution, type Dimension, ticketDimensions } from '../kpi/distribution.ts';
import { rowsIn, textIn, type TicketFact } from '../facts/facts.ts';
import { isActive, isOnsite } from '../facts/presence.ts';
import { contains, periodLabel, periodsIn } from '../time/period.ts';
import { NOTHING_TO_REPORT, type ReportParts, words } from './parts.ts';

/** 服务概况: the numbers of the period in a few sentences. */
export function overview({ moment, facts, settings, figure, printed, say }: ReportParts): string {
  const { period } = moment;
  const flow = flowIn(period, facts.tickets, settings);
  const count = (key: string): string => `${figure(key)?.numerator ?? 0}/${figure(key)?.denominator ?? 0}`;
  const [changes, releases, incidents] = [
    figure('change_success'),
    figure('release_success'),
    incidentsIn(facts.incidents, moment.within),
  ];
  const label = periodLabel(period);
  return say({
    zh: `${label.zh}（${period.from} 至 ${period.to}）受理问题 ${flow.received.length} 单，解决 ${flow.solved.length} 单，期末未解决 ${flow.left.length} 单；完成巡检 ${count('inspection_rate')} 次；实施变更 ${changes?.denominator ?? 0} 项、部署 ${releases?.denominator ?? 0} 次；编制故障报告 ${incidents} 份，系统可用率 ${percent(figure('availability')?.value)}。响应及时率 ${printed('response_rate')}，解决及时率 ${printed('resolve_rate')}。`,
    en: `In ${label.en} (${period.from} to ${period.to}) ${flow.received.length} tickets came in, ${flow.solved.length} were solved and ${flow.left.length} were open at the end; ${count('inspection_rate')} inspections were made, ${changes?.denominator ?? 0} changes and ${releases?.denominator ?? 0} deployments carried out; ${incidents} incident reports were written, availability ${percent(figure('availability')?.value)}. Responses in time ${printed('response_rate')}, solved in time ${printed('resolve_rate')}.`,
  });
}

function percent(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : `${value}%`;
}

function incidentsIn(incidents: ReportParts['facts']['incidents'], within: (text: unknown) => boolean): number {
  return incidents.filter(({ occurred_at, reported_at }) => within(occurred_at ?? reported_at)).length;
}

/** 人员与出勤: presence, attendance and changes of staff. */
export function staffSection({ moment, facts, printed, say, table }: ReportParts): string {
  const { period, within } = moment;
  const active = facts.staff.filter(person => isActive(person, period.to) || within(person.leave_date));
  const onsite = active.filter(isOnsite);
  const moves = facts.staff.flatMap(person => [
    ...(within(person.entry_date)
      ? [[person.entry_date, `${person.id} ${person.name ?? ''}`, say(words('入场', 'entered'))]]
      : []),
    ...(within(person.leave_date)
      ? [[person.leave_date, `${person.id} ${person.name ?? ''}`, say(words('离场', 'left'))]]
      : []),
  ]);
  const names = new Map(facts.staff.map(({ id, name }) => [id, name ?? id]));
  const attendance = facts.rosters
    .filter(({ month }) =>
      periodsIn('month', period.from, period.to).some(
        ({ key, from, to }) => key === month && (contains(period, from) || contains(period, to)),
      ),
    )
    .flatMap(({ month, attendance: sheet }) =>
      rowsIn(sheet as readonly Attendance[] | undefined).map(row => [
        month,
        names.get(row.person ?? '') ?? row.person,
        row.days_due,
        row.days_present,
        row.leave,
      ]),
    );
  return [
    say({
      zh: `本期在岗 ${active.length} 人，其中一线驻场 ${onsite.length} 人；驻场到岗率 ${printed('onsite_rate')}，人员变动率 ${printed('staff_change')}。`,
      en: `${active.length} people in service, ${onsite.length} of them first line on site; presence on site ${printed('onsite_rate')}, turnover ${printed('staff_change')}.`,
    }),
    table(
      [words('日期', 'Date'), words('人员', 'Person'), words('变动', 'Move')],
      moves,
      words('本期无人员变动。', 'Nobody entered or left.'),
    ),
    table(
      [
        words('月份', 'Month'),
        words('人员', 'Person'),
        words('应出勤(天)', 'Days due'),
        words('实出勤(天)', 'Days present'),
        words('说明', 'Note'),
      ],
      attendance,
      words('考勤表尚未填报。', 'No attendance sheet yet.'),
    ),
  ].join('\n\n');
}

interface Attendance {
  readonly person?: string;
  readonly days_due?: number;
  readonly days_present?: number;
  readonly leave?: string;
}

/** 问题受理与处理情况: tickets received, solved and left, by month and by their properties. */
export function ticketsHandled(parts: ReportParts): string {
  const { moment, facts, settings, say } = parts;
  const flows = [...monthlyFlow(moment.period, facts.tickets, settings)];
  const whole = moment.period.kind === 'month' ? [] : [flowIn(moment.period, facts.tickets, settings)];
  const flow = parts.table(
    [
      words('期间', 'Period'),
      words('期初结转', 'Carried over'),
      words('本期受理', 'Received'),
      words('本期解决', 'Solved'),
      words('期末未解决', 'Left open'),
    ],
    [...flows, ...whole].map(row => flowRow(row, say)),
    NOTHING_TO_REPORT,
  );
  const left = flowIn(moment.period, facts.tickets, settings).left;
  const open =
    left.length === 0
      ? say(words('期末无未解决单据。', 'Nothing was open at the end.'))
      : say({ zh: `期末未解决：${left.join('、')}。`, en: `Open at the end: ${left.join(', ')}.` });
  const by = ticketDimensions.filter(({ key }) => ['channel', 'region', 'category', 'severity', 'line'].includes(key));
  return [flow, open, ...by.map(dimension => shares(parts, dimension))].join('\n\n');
}

function flowRow({ period, carried, received, solved, left }: Flow, say: (words: Words) => string): readonly unknown[] {
  return [say(periodLabel(period)), carried.length, received.length, solved.length, left.length];
}

const FIELDS: Readonly<Record<string, string>> = { category: 'kind', cause: 'cause_category', line: 'support_line' };

function shares({ moment, facts, table }: ReportParts, { key, label, of }: Dimension<TicketFact>): string {
  const received = facts.tickets.filter(
    ({ status, reported_at }) => status !== 'void' && status !== 'duplicate' && moment.within(reported_at),
  );
  const names = key === 'module' ? moduleNames(moment) : {};
  const rows = distribution(received, of).map(({ value, count, percent: part }) => [
    value === ''
      ? moment.say(words('（未填）', '(not given)'))
      : (names[value] ?? moment.label('ticket', FIELDS[key] ?? key, textIn(value))),
    count,
    part === null ? '—' : `${part.toFixed(2)}%`,
  ]);
  return table(
    [label, words('数量', 'Count'), words('占比', 'Share')],
    rows,
    words(`${label.zh}：本期无受理。`, `${label.en}: nothing received.`),
  );
}

function moduleNames({ get }: MeasuredMoment): Readonly<Record<string, string>> {
  return Object.assign({}, ...get(config, ALL).systems.map(system => system.moduleNames)) as Readonly<
    Record<string, string>
  >;
}

/** 问题归纳与分析: tickets by cause and module. */
export function analysis(parts: ReportParts): string {
  const { printed, say } = parts;
  const by = ticketDimensions.filter(({ key }) => key === 'cause' || key === 'module');
  const returns = say({
    zh: `重复故障率 ${printed('recurrence_rate')}，重开率 ${printed('reopen_rate')}。`,
    en: `Faults that came back ${printed('recurrence_rate')}, reopened ${printed('reopen_rate')}.`,
  });
  return [...by.map(dimension => shares(parts, dimension)), returns].join('\n\n');
}
