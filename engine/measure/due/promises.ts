/**
 * Duties with an agreed day: answers to requirements, releases, reviews of plans, findings to correct, deliverables.
 */
import { ALL } from '../../base/queries.ts';
import type {
  Assessment,
  BackgroundCheck,
  Confirmation,
  DeliverablePlan,
  EmergencyPlan,
  IncidentReport,
  Rectification,
  Requirement,
} from '../../../docs-schema/generated/types.ts';
import type { Words } from '../../base/words.ts';
import type { Path } from '../../base/text.ts';
import { addWorkdays } from '../time/calendar.ts';
import { parseDate } from '../time/date.ts';
import type { DueDuty, Duty } from './duty.ts';
import { dateOf } from '../time/instant.ts';
import type { MeasuredMoment } from '../time/moment.ts';
import { measureTerms } from '../agreed/terms.ts';

/** The open duties with an agreed day. */
export function promises(moment: MeasuredMoment): readonly Duty[] {
  return [
    ...answers(moment),
    ...confirmations(moment),
    ...reviews(moment),
    ...findings(moment),
    ...deliverables(moment),
  ];
}

/** Requirements that are decided and whose requester is not told yet. */
function answers(moment: MeasuredMoment): readonly Duty[] {
  const { calendar, terms } = moment.get(measureTerms, ALL);
  return moment.entries<Requirement>('requirement').flatMap(({ id, status, path, data }) => {
    const decided = moment.happened(data.decided_at) ? dateOf(data.decided_at, moment.offset) : undefined;
    if (decided === undefined || moment.happened(data.feedback_at) || status === 'merged' || status === 'void')
      return [];
    const title = { zh: `反馈处理意见：${data.title ?? ''}`, en: `tell what was decided: ${data.title ?? ''}` };
    return [duty('requirement', addWorkdays(calendar, decided, terms.feedback_workdays), id, title, path)];
  });
}

/** Confirmations that are not carried out yet. */
function confirmations(moment: MeasuredMoment): readonly Duty[] {
  const open = new Set(['submitted', 'signed']);
  return moment
    .entries<Confirmation>('confirmation')
    .filter(({ status = '' }) => open.has(status))
    .flatMap(({ id, status, path, data }) => {
      const what =
        status === 'submitted' ? { zh: '签订并完成', en: 'sign and carry out' } : { zh: '完成', en: 'carry out' };
      return dated(
        'confirmation',
        data.planned_finish,
        id,
        { zh: `${what.zh}：${data.title ?? ''}`, en: `${what.en}: ${data.title ?? ''}` },
        path,
      );
    });
}

function reviews(moment: MeasuredMoment): readonly Duty[] {
  const plans = moment.entries<EmergencyPlan>('emergency-plan').flatMap(({ id, status, path, data }) => {
    const done = [data.last_review, data.last_drill].some(
      day => parseDate(data.next_review) !== undefined && (day ?? '') >= (data.next_review ?? ''),
    );
    return done || status === 'superseded'
      ? []
      : dated(
          'review',
          data.next_review,
          id,
          { zh: `评审应急预案：${data.title ?? ''}`, en: `review the emergency plan: ${data.title ?? ''}` },
          path,
        );
  });
  const checks = moment
    .entries<BackgroundCheck>('background-check')
    .filter(({ status }) => status === 'passed')
    .flatMap(({ id, path, data }) =>
      dated(
        'review',
        data.valid_until,
        id,
        {
          zh: `背景审查到期：${moment.person(data.person)}`,
          en: `background check runs out: ${moment.person(data.person)}`,
        },
        path,
      ),
    );
  return [...plans, ...checks];
}

function findings(moment: MeasuredMoment): readonly Duty[] {
  const assessed = moment
    .entries<Assessment>('assessment')
    .flatMap(({ id, path, data }) =>
      open(data.findings).flatMap(({ text = '', due }) => dated('finding', due, id, put(text), path)),
    );
  const actions = moment
    .entries<IncidentReport>('incident-report')
    .flatMap(({ id, path, data }) =>
      open(data.actions).flatMap(({ action = '', due }) => dated('finding', due, id, put(action), path)),
    );
  const rectified = moment
    .entries<Rectification>('rectification')
    .flatMap(({ id, path, data }) =>
      open(data.items).flatMap(({ problem = '', due }) => dated('finding', due, id, put(problem), path)),
    );
  return [...assessed, ...actions, ...rectified];
}

function deliverables(moment: MeasuredMoment): readonly Duty[] {
  return moment
    .entries<DeliverablePlan>('deliverable-plan')
    .filter(({ status }) => status === 'agreed')
    .flatMap(({ id, path, data }) =>
      (data.deliverables ?? [])
        .filter(({ submitted_at, evidence }) => submitted_at === undefined && evidence === undefined)
        .flatMap(({ name = '', due }) =>
          dated('deliverable', due, id, { zh: `提交：${name}`, en: `deliver: ${name}` }, path),
        ),
    );
}

function open<T extends { readonly done_at?: string }>(rows: readonly T[] | undefined): readonly T[] {
  return (rows ?? []).filter(({ done_at }) => done_at === undefined);
}

function put(what: string): Words {
  return { zh: `整改：${what}`, en: `put right: ${what}` };
}

function dated(kind: DueDuty['kind'], day: string | undefined, id: string, title: Words, path: Path): readonly Duty[] {
  const due = parseDate(day);
  return due === undefined ? [] : [duty(kind, due, id, title, path)];
}

function duty(kind: DueDuty['kind'], due: string, id: string, title: Words, path: Path): Duty {
  return { kind, due, id, title, path };
}
