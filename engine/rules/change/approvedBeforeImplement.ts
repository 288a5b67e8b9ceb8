import type { ChangeApproval } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import type { Instant } from '../../measure/time/instant.ts';
import { judgedAt } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { type Approval, approvedAt, asPrinted } from '../approvals.ts';
import { ownUnmet } from '../runner/ownUnmet.ts';
import type { Project } from '../project.ts';
import { crossRule, type Remark } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';
import { firstImplementation, oralPermission } from './implementation.ts';

const BG = 'records/change-approval/2026/BG-2026-0005.md';
const BS = 'records/deployment/2026/BS-2026-003.md';
const approved = (rest = '', at = '2026-04-02T15:30:00+08:00') =>
  `---\nstatus: implemented\nurgent: true\napprovals:\n  - { person: A-02, at: "${at}" }\n${rest}---\n# 超期预警\n`;
const deployed = (at: string, status = 'success') =>
  `---\nstatus: ${status}\nchanges: [BG-2026-0005]\nstarted_at: ${at}\n---\n# 上线\n`;
const ORAL =
  'oral_permission: { person: A-02, at: "2026-04-02T10:12:00+08:00", channel: phone, recorded_by: RY-001 }\n';
const EMERGENCY = 'git: { emergency: { oral: true, written_within: 24h } }\n';
const AT_TEN = 'implemented_at: "2026-04-02T10:14:00+08:00"\n';

export const approvedBeforeImplement = crossRule<ChangeApproval>({
  id: 'change/approved-before-implement',
  says: { zh: '变更获得许可后才在生产环境实施。', en: 'A change is made in production only after it was approved.' },
  why: {
    zh: '合同要求程序修改（升级）或数据库脚本获得许可后方可实施；紧急情况可先口头许可，随后补办书面审批。',
    en: 'The contract allows a change only after permission; in an emergency an oral permission is recorded first and the written approval follows.',
  },
  clauses: ['C4.5-05'],
  severity: 'error',
  kinds: ['change-approval'],
  examples: [
    {
      bad: { [BG]: approved('implemented_at: "«2026-04-02T14:00:00+08:00»"\n') },
      message: 'BG-2026-0005 于 2026-04-02 14:00 实施，早于 2026-04-02 15:30 的批准；须获得许可后方可实施。',
    },
    {
      bad: { [BG]: approved('', '«2026-04-02T15:30:00+08:00»'), [BS]: deployed('"2026-04-01T20:00:00+08:00"') },
      message: 'BG-2026-0005 于 2026-04-01 20:00 实施，早于 2026-04-02 15:30 的批准；须获得许可后方可实施。',
    },
    // There was an oral permission, but this project does not accept it in place of an approval.
    {
      bad: { [BG]: approved(`${ORAL}${AT_TEN.replace('2026-04-02T10:14:00+08:00', '«2026-04-02T10:14:00+08:00»')}`) },
      message: 'BG-2026-0005 于 2026-04-02 10:14 实施，早于 2026-04-02 15:30 的批准；须获得许可后方可实施。',
    },
    {
      bad: {
        [BG]: approved(
          `${ORAL.replace('2026-04-02T10:12:00+08:00', '«2026-04-02T10:12:00+08:00»')}${AT_TEN}`,
          '2026-04-04T09:00:00+08:00',
        ),
        'docket.yml': EMERGENCY,
      },
      message: 'BG-2026-0005 的口头许可后 24 小时内没有书面批准（2026-04-04 09:00 才批准）；紧急变更须按期补办审批。',
    },
    {
      bad: {
        [BG]: `---\nstatus: oral_permitted\nurgent: true\n${ORAL.replace('2026-04-02T10:12:00+08:00', '«2026-04-02T10:12:00+08:00»')}---\n# 清理归档\n`,
        'docket.yml': EMERGENCY,
      },
      message: 'BG-2026-0005 的口头许可后 24 小时内没有书面批准；紧急变更须按期补办审批。',
    },
    {
      good: {
        [BG]: approved('implemented_at: "2026-04-08T20:05:00+08:00"\n'),
        [BS]: deployed('"2026-04-08T20:00:00+08:00"'),
      },
    },
    { good: { [BG]: approved(`${ORAL}${AT_TEN}`), 'docket.yml': EMERGENCY } },
    { good: { [BG]: approved(), [BS]: deployed('"2026-04-01T20:00:00+08:00"', 'cancelled') } },
    {
      good: { [BG]: `---\nstatus: oral_permitted\nurgent: true\n${ORAL}---\n# 清理归档\n`, 'docket.yml': EMERGENCY },
      asOf: '2026-04-02',
    },
  ],

  *check(change, project) {
    yield* ownUnmet('change/approved-before-implement', change, project);
    if (change.broken) return;
    const approval = approvedAt(change.data, project.config);
    const oral = oralPermission(change, project);
    if (oral !== undefined) yield* writtenTooLate(change, oral, approval, project);
    const first = firstImplementation(change, project);
    if (
      first === undefined ||
      approval?.at === undefined ||
      approval.at <= first.moment ||
      (oral !== undefined && oral <= first.moment)
    )
      return;
    const { id } = change;
    const [done, permitted] = [asPrinted(first.when), asPrinted(approval.when)];
    yield {
      at: placeOf(change, first.by === undefined ? '/implemented_at' : `/approvals/${approval.n}/at`),
      id,
      say: {
        zh: `${id} 于 ${done} 实施，早于 ${permitted} 的批准；须获得许可后方可实施。`,
        en: `${id} reached production at ${done}, before its approval at ${permitted}: a change needs permission first.`,
      },
      related: [
        first.by === undefined
          ? { at: placeOf(change, `/approvals/${approval.n}/at`), say: { zh: '最后一项批准', en: 'The last approval' } }
          : { at: first.by, say: { zh: '部署开始时间', en: 'The deployment began' } },
      ],
    };
  },
});

const DEFAULT_HOURS = 24;

function* writtenTooLate(
  change: EntryOf<ChangeApproval>,
  oral: Instant,
  approval: Approval | undefined,
  project: Project,
): Iterable<Remark> {
  const hours = project.config.git.emergency?.written_within ?? DEFAULT_HOURS;
  const due = oral + hours * 3_600_000;
  if ((approval?.at ?? project.get(judgedAt, ALL)) <= due || !project.reached(change, 'submitted')) return;
  const { id } = change;
  const late = approval
    ? { zh: `（${asPrinted(approval.when)} 才批准）`, en: ` (approved at ${asPrinted(approval.when)})` }
    : { zh: '', en: '' };
  yield {
    at: placeOf(change, '/oral_permission/at'),
    id,
    say: {
      zh: `${id} 的口头许可后 ${hours} 小时内没有书面批准${late.zh}；紧急变更须按期补办审批。`,
      en: `No written approval of ${id} came within ${hours} hours of the oral permission${late.en}: an emergency change needs a written approval within that time.`,
    },
  };
}
