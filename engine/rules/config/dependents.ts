/**
 * Which rules wait while a setting cannot be read. `config/readable` tells the setting; every other rule that judges by it stays on, with
 * what the setting counts as until then (`unread` of its description). A rule waits only where any such value would be a number, a name
 * or a permission that the user did not write, and people would be blamed by it.
 */

/** They compare with what was reported before, and one changed term makes them all differ. */
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
const STORAGE = ['inspection/storage-required', 'inspection/system-coverage'];
const DATABASES = ['inspection/tablespace-required', 'inspection/system-coverage'];
const SYSTEMS = ['ref/system-unknown', 'config/systems-declared', 'inspection/system-coverage'];

const DEPENDENTS: readonly (readonly [setting: RegExp, rules: readonly string[]])[] = [
  [/^\/project\/period/, ['config/service-period', ...FIGURES]],
  [/^\/project\/months$/, ['config/service-period']],
  [/^\/project$/, ['config/service-period', 'acceptance/party-match', ...FIGURES]],
  [/^\/sla/, FIGURES],
  [/^\/sla$|^\/sla\/levels$/, ['config/threshold-origin', ...TICKETS, ...INCIDENTS]],
  [/^\/calendar|^\/owes\/documents$|^\/git(?:\/emergency.*)?$/, FIGURES],
  [/^\/duties(?:\/(?:inspection|report|ledger|signoff|requirement|onsite_min)\b.*)?$/, FIGURES],
  [/^\/duties\/onsite_min/, ['staff/onsite-min']],
  [/^\/git(?:\/remotes(?:\/\d+)?)?$/, ['repo/remote-allowlist']],
  [/^\/people(?:\/\d+)?(?:\/(?:may|dept_type)(?:\/\d+)?)?$/, APPROVERS],
  [/^\/people(?:\/\d+)?(?:\/(?:id|name))?$/, PEOPLE],
  [/^\/systems(?:\/\d+(?:\/(?!servers|databases).*)?)?$/, [...SYSTEMS, ...STORAGE, ...DATABASES]],
  [/^\/systems\/\d+\/servers/, STORAGE],
  [/^\/systems\/\d+\/databases/, DATABASES],
];

/** The rules that wait until these settings can be read. */
export function waitingFor(unread: readonly string[]): ReadonlySet<string> {
  return new Set(
    DEPENDENTS.filter(([setting]) => unread.some(pointer => setting.test(pointer))).flatMap(([, rules]) => rules),
  );
}
