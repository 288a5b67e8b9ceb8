import { textIn } from '../../measure/facts/facts.ts';
import type { Entry, Item } from '../../model/entry.ts';
import { approvedAmong, isDue, isOfKind, movedItem, newestTag } from '../../trace/moved.ts';
import { compareVersions } from '../../trace/versions.ts';
import type { Project } from '../project.ts';
import { itemRule } from '../rule.ts';
import { atItem } from '../../model/place.ts';
import { changeIn, report, specification } from './examples.ts';
import { linkedItems } from './linkedItems.ts';

const PASSED = '| TC-REV-012 | 黄色预警 | REQ-REV-012 | 通过 |';
const BAD = { ...specification('«REQ-REV-012»'), ...changeIn('approved') };
const GOOD = { ...specification('REQ-REV-012'), ...changeIn('approved') };

export const reqToTest = itemRule({
  id: 'trace/req-to-test',
  says: {
    zh: '服务期内新增或修改的需求条目都有已执行的测试用例，且测的是上线的版本。',
    en: 'A requirement item that is new or changed in the service period has a test case that was run on the version that went live.',
  },
  why: {
    zh: '合同要求更新测试报告；程序变更批准上线时，它带来的每个需求条目都应测过，旧版本的测试不算。',
    en: 'Test reports must be kept current: when a program change is approved, every item of it was tested, and not in an older version.',
  },
  clauses: ['C3.2-18'],
  severity: 'error',
  kinds: ['srs-item'],
  examples: [
    { bad: BAD, message: 'REQ-REV-012 没有测试用例；请在测试报告中补充验证它的用例和结果。' },
    {
      bad: { ...BAD, ...report('| TC-REV-012 | 黄色预警 | REQ-REV-012 |  |') },
      message: 'REQ-REV-012 的测试用例 TC-REV-012 没有执行结果；请在测试报告中补充结果。',
    },
    {
      bad: { ...BAD, ...report(PASSED, 'v2.4.0', 'draft') },
      message: 'REQ-REV-012 的测试用例 TC-REV-012 所在的测试报告还是草稿；请完成评审。',
    },
    {
      bad: { ...BAD, ...report(PASSED, 'v2.3.5') },
      message: 'REQ-REV-012 随 v2.4.0 上线，而测试用例 TC-REV-012 测的是更早的版本；请补充 v2.4.0 的测试。',
    },
    { good: { ...GOOD, ...report(PASSED) } },
    { good: { ...GOOD, ...report('| TC-REV-012 | 黄色预警 | REQ-REV-012 | 不通过 |', 'v2.4.1') } },
    { good: { ...specification('REQ-REV-012'), ...changeIn('submitted') } },
    {
      good: {
        ...specification('REQ-REV-012'),
        ...changeIn('approved'),
        'records/change-approval/2026/BG-2026-0005.md': '---\nstatus: approved\nchange_kind: [config]\n---\n# 改参数\n',
      },
    },
    { good: { ...specification('REQ-REV-001'), ...changeIn('approved') } },
  ],

  *check(item, project) {
    const moved = project.get(movedItem, item.id);
    if (moved === undefined || !isDue(moved, project.get)) return;
    const changes = approvedAmong(moved.changes, project.get);
    if (changes.length > 0 && !changes.some(touchesProgram)) return;
    const say = whatIsMissing(item, newestTag(changes.filter(touchesProgram)), project);
    if (say) yield { at: atItem(item.path, item.id), id: item.id, say };
  },
});

function touchesProgram(change: Entry): boolean {
  return isOfKind(change, 'program', 'upgrade');
}

/** The message about the test that comes nearest, and what it lacks. */
function whatIsMissing(item: Item, tag: string | undefined, project: Project) {
  const { id } = item;
  const cases = linkedItems(item, 'verifies', project);
  const executed = cases.filter(({ attributes }) => attributes['result'] === 'pass' || attributes['result'] === 'fail');
  const reviewed = executed.filter(one => isReviewed(one, project));
  const names = cases.map(one => one.id).join('、');
  if (cases.length === 0)
    return {
      zh: `${id} 没有测试用例；请在测试报告中补充验证它的用例和结果。`,
      en: `${id} has no test case: add one that verifies it, with its result.`,
    };
  if (executed.length === 0)
    return {
      zh: `${id} 的测试用例 ${names} 没有执行结果；请在测试报告中补充结果。`,
      en: `The test cases of ${id} (${names}) were not run: add the results.`,
    };
  if (reviewed.length === 0)
    return {
      zh: `${id} 的测试用例 ${names} 所在的测试报告还是草稿；请完成评审。`,
      en: `The test cases of ${id} (${names}) are in a draft report: have the report reviewed.`,
    };
  if (tag === undefined || reviewed.some(one => !isOlder(one, tag, project))) return undefined;
  return {
    zh: `${id} 随 ${tag} 上线，而测试用例 ${names} 测的是更早的版本；请补充 ${tag} 的测试。`,
    en: `${id} goes live with ${tag}, but ${names} tested an older version: add a test of ${tag}.`,
  };
}

function isReviewed({ document }: Item, project: Project): boolean {
  const report = project.entry(document);
  return report === undefined || report.broken || project.reached(report, 'reviewed');
}

function isOlder({ document }: Item, tag: string, project: Project): boolean {
  const version = textIn(project.entry(document)?.data['software_version'] as string | undefined);
  return (compareVersions(version, tag) ?? 0) < 0;
}
