/**
 * Which rules judge by which settings. While a setting cannot be read, `config/readable` tells it, and these rules wait: what they
 * would say follows from a number that nobody wrote.
 */

const FIGURES = ['report/kpi-match', 'kpi/target-missed', 'ledger/in-sync'];
const TICKETS = [
  'ticket/response-sla',
  'ticket/resolve-sla',
  'ticket/overdue-open',
  'ticket/feedback-late',
  'requirement/feedback-late',
];
const INCIDENTS = ['incident/report-late', 'incident/recovery-sla'];
const APPROVERS = ['change/approver-party', 'data-fix/approver-party', 'requirement/two-dept-decision'];
const PEOPLE = ['ref/person-unknown', 'ticket/acceptor-first-line', 'sign/signed-commit'];
const EQUIPMENT = ['inspection/storage-required', 'inspection/tablespace-required', 'inspection/system-coverage'];

const DEPENDENTS: readonly (readonly [setting: RegExp, rules: readonly string[]])[] = [
  [/^\/project\/period/, ['config/service-period', ...FIGURES]],
  [/^\/project\/months$/, ['config/service-period']],
  [/^\/project$/, ['config/service-period', 'acceptance/party-match', ...FIGURES]],
  [/^\/sla/, FIGURES],
  [/^\/sla$|^\/sla\/levels$/, ['config/threshold-origin', ...TICKETS, ...INCIDENTS]],
  [/\/source$/, ['config/threshold-origin']],
  [/^\/calendar(?:\/(?:hours|offset)(?:\/\d+)?)?$/, [...TICKETS, ...INCIDENTS, ...FIGURES]],
  [/^\/kpi/, ['kpi/target-missed']],
  [/^\/duties\/onsite_min/, ['staff/onsite-min', ...FIGURES]],
  [/^\/duties$|^\/owes\/documents$|^\/git\/emergency\/oral$/, FIGURES],
  [/^\/git\/emergency/, ['change/approved-before-implement', 'change/window']],
  [/^\/git(?:\/remotes(?:\/\d+)?)?$/, ['repo/remote-allowlist']],
  [/^\/people(?:\/\d+)?(?:\/(?:may|dept_type)(?:\/\d+)?)?$/, APPROVERS],
  [/^\/people(?:\/\d+)?(?:\/(?:id|name))?$/, PEOPLE],
  [/^\/systems/, [...EQUIPMENT, 'ref/system-unknown', 'config/systems-declared']],
];

/** The rules that wait until these settings can be read. */
export function waitingFor(unread: readonly string[]): ReadonlySet<string> {
  return new Set(
    DEPENDENTS.filter(([setting]) => unread.some(pointer => setting.test(pointer))).flatMap(([, rules]) => rules),
  );
}
