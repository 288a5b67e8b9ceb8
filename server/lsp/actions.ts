// Quick fixes: what the findings at a place offer, and all that is right in every case for one file.
import {
  type CodeAction,
  CodeActionKind,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { positionsIn } from '../../engine/base/lines.ts';
import type { Path, TextEdit as OwnEdit } from '../../engine/base/text.ts';
import { type FileEdit, fileEditsOf } from '../../engine/features/fixes.ts';
import type { Finding } from '../../engine/rules/finding.ts';
import type { Fix } from '../../engine/rules/rule.ts';
import { diagnosticOf } from './diagnostics.ts';
import { uriOf } from './places.ts';
import { analysisOf, type OpenProject } from './project.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.docket`;

/** Stateless: the findings are asked again, so that a fix fits the text as it is when the menu opens. */
export function actionsAt(project: OpenProject, path: Path, range: Range, only: readonly string[] = []): CodeAction[] {
  const findings = analysisOf(project).findings(path);
  const wanted = (kind: string): boolean =>
    only.length === 0 || only.some(asked => kind === asked || kind.startsWith(`${asked}.`));
  const quick = wanted(CodeActionKind.QuickFix)
    ? findings.filter(({ at }) => touches(at.range, range)).flatMap(finding => quickFixes(project, finding))
    : [];
  const all = only.some(asked => FIX_ALL.startsWith(asked)) && wanted(FIX_ALL) ? fixAll(project, findings) : [];
  return [...quick, ...all];
}

function quickFixes(project: OpenProject, finding: Finding): CodeAction[] {
  const { language } = analysisOf(project).config();
  return finding.fixes.map(fix => ({
    title: fix.title[language],
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(finding, project.root, language)],
    isPreferred: fix.safe,
    edit: workspaceEdit(project, fileEditsOf(analysisOf(project).project().get, fix)),
  }));
}

function fixAll(project: OpenProject, findings: readonly Finding[]): CodeAction[] {
  const edits = findings.flatMap(({ fixes }) => fixes.filter(({ safe }) => safe)).flatMap(({ edits: own }) => own);
  if (edits.length === 0) return [];
  const { language } = analysisOf(project).config();
  const title = { zh: '修复 Docket 能自动修复的全部问题', en: 'Fix everything Docket can fix by itself' };
  const fix: Fix = { title, safe: true, edits };
  const edit = workspaceEdit(project, fileEditsOf(analysisOf(project).project().get, fix));
  return [{ title: title[language], kind: FIX_ALL, edit }];
}

function workspaceEdit(project: OpenProject, files: readonly FileEdit[]): WorkspaceEdit {
  return {
    documentChanges: files.flatMap(file => ('edits' in file ? [textChange(project, file)] : writing(project, file))),
  };
}

function textChange(project: OpenProject, { path, edits }: Extract<FileEdit, { edits: unknown }>) {
  const rangeOf = positionsIn(analysisOf(project).project().text(path) ?? '');
  const toWire = ({ span, text }: OwnEdit): TextEdit => ({ range: rangeOf(span), newText: text });
  return { textDocument: { uri: uriOf(project.root, path), version: null }, edits: withoutOverlaps(edits).map(toWire) };
}

function writing(project: OpenProject, { path, text }: Extract<FileEdit, { text: string }>) {
  const uri = uriOf(project.root, path);
  const present = analysisOf(project).project().text(path);
  const range = positionsIn(present ?? '')({ start: 0, end: present?.length ?? 0 });
  const write = { textDocument: { uri, version: null }, edits: [{ range, newText: text }] };
  return present === undefined ? [{ kind: 'create' as const, uri }, write] : [write];
}

/** An editor refuses edits that overlap; the first is made, the rest is there to be fixed after it. */
function withoutOverlaps(edits: readonly OwnEdit[]): readonly OwnEdit[] {
  const kept: OwnEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    if (edit.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(edit);
  }
  return kept;
}

function touches(a: Range, b: Range): boolean {
  const before = (x: Range, y: Range) =>
    x.end.line < y.start.line || (x.end.line === y.start.line && x.end.character < y.start.character);
  return !before(a, b) && !before(b, a);
}
