/** A record taken from state to state, with what its author types on the way. */
import { expect, test } from 'vitest';
import { advanceOf } from '../../deliver/newDocument/advance.ts';
import { draftOf } from '../../deliver/newDocument/draft.ts';
import { NOTHING_TYPED } from '../../deliver/newDocument/given.ts';
import { planOfFix } from '../../engine/features/fixes.ts';
import type { Project } from '../../engine/rules/project.ts';
import { asking, FILES, smallProject } from './project.ts';

/** The fresh text with everything filled in that `new` asks for. */
function filled(text: string): string {
  return text
    .replace('# 【标题】', '# 打印空白')
    .replace(/kind: #.*/, 'kind: fault')
    .replace(/severity: #.*/, 'severity: P3')
    .replace(/channel: #.*/, 'channel: phone')
    .replace(/org: #.*/, 'org: 东阳区XX局')
    .replace(/【写明谁.*】/, '打印预览正常，打印结果为空白页。');
}

/** Steps through states; a step writes what it knows and leaves the rest to whoever types. */
function walk(
  id: string,
  path: string,
  text: string,
  states: readonly string[],
): { readonly project: Project; readonly typed: readonly string[] } {
  let project = smallProject({ ...FILES, [path]: text });
  const typed: string[] = [];
  for (const to of states) {
    const entry = project.find(id)?.entry;
    const kind = entry && project.kind(entry.kind);
    if (entry === undefined || kind === undefined) throw new Error(`${id} is lost before ${to}`);
    const { fix, toType } = advanceOf(project, {
      entry,
      kind,
      to,
      now: '2026-05-21T10:00:00+08:00',
      me: 'RY-002',
      typed: NOTHING_TYPED,
    });
    typed.push(...toType.map(({ zh }) => zh));
    const after = planOfFix(project.get, fix).plan.map(file => [file.path, String(file.after)]);
    project = smallProject({ ...FILES, [path]: project.text(path) ?? '', ...Object.fromEntries(after) });
  }
  return { project, typed: [...new Set(typed)] };
}

test('a ticket is closed with three typed values', () => {
  const project = smallProject();
  const draft = draftOf(project, asking(project, 'ticket'));
  if ('refused' in draft) throw new Error(draft.refused.zh);
  const { project: after, typed } = walk(draft.id, draft.file.path, filled(draft.file.after), [
    'accepted',
    'processing',
    'resolved',
    'fed_back',
    'closed',
  ]);
  expect(typed).toEqual(['原因分类', '问题原因分析', '解决方案说明']);
  expect(after.find(draft.id)?.entry?.data).toMatchObject({
    status: 'closed',
    accepted_by: 'RY-002',
    support_line: '1',
    service_mode: 'onsite',
    feedback_channel: 'phone',
  });
});

test('a change approval that follows from a ticket is submitted with at most eight typed values', () => {
  const project = smallProject();
  const draft = draftOf(project, asking(project, 'change-approval', { from: project.find('WX-2026-0003')?.entry }));
  if ('refused' in draft) throw new Error(draft.refused.zh);
  const { typed } = walk(draft.id, draft.file.path, draft.file.after, ['submitted']);
  // A window is two values: from and to.
  const values = [
    ...draft.toType.map(({ zh }) => zh),
    ...typed.flatMap(label => (label === '计划实施窗口' ? ['起', '止'] : [label])),
  ];
  expect(values).toEqual(['变更类型', '风险等级', '起', '止', '影响范围与风险', '实施步骤', '备份与回退方案']);
});

test('what a change approval embeds is frozen when it is approved, and follows its source again when it goes back', () => {
  const project = smallProject();
  const draft = draftOf(project, asking(project, 'change-approval', { from: project.find('WX-2026-0003')?.entry }));
  if ('refused' in draft) throw new Error(draft.refused.zh);
  const textAfter = (...states: readonly string[]) =>
    walk(draft.id, draft.file.path, draft.file.after, states).project.text(draft.file.path) ?? '';
  const frozen =
    /## 修改原因\n\n!\[\[WX-2026-0003#问题原因分析\]\]\n\n<!-- docket frozen sha256:[0-9a-f]{64} -->\n> 取号时没有行锁，两个节点同时取到同一个最大值。\n\n## 修改内容/;
  expect(textAfter('submitted')).not.toMatch(frozen);
  expect(textAfter('submitted', 'approved')).toMatch(frozen);
  expect(textAfter('submitted', 'approved', 'submitted')).not.toContain('docket frozen');
});

test('a new section goes behind what is frozen in the section before it', () => {
  const path = 'records/change-approval/2026/BG-2026-0001.md';
  const text = '---\nstatus: submitted\n---\n# 修复\n\n## 备份与回退方案\n\n![[WX-2026-0003#解决方案说明]]\n';
  const { project } = walk('BG-2026-0001', path, text, ['approved']);
  expect(project.text(path)).toMatch(/\]\]\n\n<!-- docket frozen .*\n> 改为.*\n\n## 审批意见\n\n【.*】\n$/);
});
