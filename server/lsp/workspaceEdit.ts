// Changed files as the wire wants them.
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { positionsIn } from '../../engine/base/lines.ts';
import type { TextEdit as OwnEdit } from '../../engine/base/text.ts';
import type { FileEdit } from '../../engine/features/fixes.ts';
import { uriOf } from './places.ts';
import { analysisOf, type OpenProject } from '../open/project.ts';

export function workspaceEdit(project: OpenProject, files: readonly FileEdit[]): WorkspaceEdit {
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
