import type { ChangeApproval, Deployment, TestReport } from '../../../docs-schema/generated/types.ts';
import { namesIn } from '../../measure/facts/facts.ts';
import { placeOf } from '../../model/entry.ts';
import { sameVersion } from '../../trace/versions.ts';
import { linkedIds } from '../linked.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';

const BS = 'records/deployment/2026/BS-2026-003.md';
const CS = 'docs/test/CS-2026-002.md';
const release = (tag = 'v2.4.0', status = 'success') =>
  `---\nstatus: ${status}\ntrigger: release\nchanges: [BG-2026-0005]\nrelease_tag: ${tag}\n---\n# 上线\n`;
const report = (version: string, status = 'approved') =>
  `---\nstatus: ${status}\nsoftware_version: ${version}\n---\n# 测试报告\n`;

export const releaseHasReport = crossRule<Deployment>({
  id: 'test/release-has-report',
  says: { zh: '每次版本上线都有该版本的测试报告。', en: 'Every release has a test report for its version.' },
  why: {
    zh: '合同要求更新测试报告；上线的版本没有测试报告，就不能证明测过的是它。',
    en: 'The contract requires current test reports: without one for this version there is no proof that it was tested.',
  },
  basis: 'practice',
  severity: 'error',
  kinds: ['deployment'],
  examples: [
    {
      bad: { [BS]: release('«v2.4.0»'), [CS]: report('v2.3.4') },
      message: 'BS-2026-003 上线 v2.4.0，却没有该版本的测试报告；请补充 software_version 为 v2.4.0 的测试报告。',
    },
    {
      bad: { [BS]: release('«v2.4.0»'), [CS]: report('v2.4.0', 'draft') },
      message: 'BS-2026-003 上线 v2.4.0，该版本的测试报告 CS-2026-002 还是草稿；请完成评审。',
    },
    { good: { [BS]: release(), [CS]: report('V2.4.0', 'reviewed') } },
    { good: { [BS]: release('v2.4.0', 'planned') } },
    { good: { [BS]: release().replace('trigger: release', 'trigger: script') } },
  ],

  *check(deployment, project) {
    const { id, data, broken } = deployment;
    if (
      broken ||
      data.trigger !== 'release' ||
      data.release_tag === undefined ||
      !project.reached(deployment, 'success')
    )
      return;
    const tag = data.release_tag;
    const reports = reportsOf(deployment, tag, project);
    if (reports.some(report => report.broken || project.reached(report, 'reviewed'))) return;
    const [draft] = reports;
    const zh = draft
      ? `该版本的测试报告 ${draft.id} 还是草稿；请完成评审。`
      : `却没有该版本的测试报告；请补充 software_version 为 ${tag} 的测试报告。`;
    const en = draft
      ? `whose test report ${draft.id} is still a draft: have it reviewed.`
      : `which has no test report: add one with software_version ${tag}.`;
    yield {
      at: placeOf(deployment, '/release_tag'),
      id,
      say: { zh: `${id} 上线 ${tag}，${zh}`, en: `${id} releases ${tag}, ${en}` },
    };
  },
});

/** The test reports for the version of a deployment: those that it or its changes name, else any for this version. */
function reportsOf(deployment: EntryOf<Deployment>, tag: string, project: Project): readonly EntryOf<TestReport>[] {
  const changes = namesIn(deployment.data.changes).flatMap(change => project.entry<ChangeApproval>(change) ?? []);
  const named = [deployment, ...changes].flatMap(({ id }) => [...linkedIds(project, id, 'tests', 'test-report')]);
  const known = named
    .flatMap(id => project.entry<TestReport>(id) ?? [])
    .filter(({ data }) => sameVersion(data.software_version, tag));
  return known.length > 0
    ? known
    : project.entries<TestReport>('test-report').filter(({ data }) => sameVersion(data.software_version, tag));
}
