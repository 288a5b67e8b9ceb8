// What the editor's menu offers at a place: the fixes of its findings, the next states of a record, all safe fixes of a file.
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver/node';
import { isEmpty } from '../../engine/session/plans.ts';
import type { Path } from '../../engine/session/types.ts';
import { cursorIn } from '../../engine/session/questions/cursor.ts';
import { diagnosticOf } from './diagnostics.ts';
import { planOfAllFixes } from './fixAll.ts';
import { openAnalysis, type OpenedProject, scopeOf } from '../open/openedProject.ts';
import { STEP, stepsAt } from './steps.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/** The kind of action that makes all safe fixes of a file. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.docket`;

/** Stateless: the findings are asked again, so that a fix fits the text as it is when the menu opens. */
export function actionsAt(
  project: OpenedProject,
  path: Path,
  range: Range,
  only: readonly string[] = [],
): CodeAction[] {
  const wanted = (kind: string): boolean =>
    only.length === 0 || only.some(asked => kind === asked || kind.startsWith(`${asked}.`));
  return [
    ...(wanted(CodeActionKind.QuickFix) ? quickFixesAt(project, path, range) : []),
    ...(wanted(STEP) ? stepsAt(project, path, range) : []),
    // Never unasked: a menu at one place is not about the whole file.
    ...(only.length > 0 && wanted(FIX_ALL) ? fixAll(project, path) : []),
  ];
}

function quickFixesAt(project: OpenedProject, path: Path, range: Range): CodeAction[] {
  const analysis = openAnalysis(project);
  const scope = scopeOf(project);
  if (scope === 'own' && !analysis.isDocument(path)) return [];
  const { language } = analysis.config();
  return cursorIn(project.session)
    .fixesAt({ path, range, scope })
    .map(({ finding, fix, plan }) => ({
      title: fix.title[language],
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding, project.root, language)],
      isPreferred: fix.safe,
      edit: workspaceEdit(project, plan),
    }));
}

function fixAll(project: OpenedProject, path: Path): CodeAction[] {
  const plan = planOfAllFixes(project, path);
  if (isEmpty(plan)) return [];
  const { language } = openAnalysis(project).config();
  const title = { zh: '修复 Docket 能自动修复的全部问题', en: 'Fix everything Docket can fix by itself' };
  return [{ title: title[language], kind: FIX_ALL, edit: workspaceEdit(project, plan) }];
}
