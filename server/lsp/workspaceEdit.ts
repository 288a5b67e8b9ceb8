// A plan as the wire wants it.
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { positionsIn } from '../../engine/session/text.ts';
import { actionOf, type FilePlan, type Plan } from '../../engine/session/plans.ts';
import { uriOf } from './places.ts';
import type { OpenedProject } from '../open/openedProject.ts';
import { textEdits } from './textEdits.ts';

type DocumentChanges = NonNullable<WorkspaceEdit['documentChanges']>;

/** Of texts: an editor is never offered a plan about bytes. */
export function workspaceEdit({ root }: Pick<OpenedProject, 'root'>, plan: Plan): WorkspaceEdit {
  return { documentChanges: plan.flatMap(file => documentChanges(file, uriOf(root, file.path), root)) };
}

function documentChanges(file: FilePlan, uri: string, root: string): DocumentChanges {
  switch (actionOf(file)) {
    case 'create':
      return [{ kind: 'create', uri }, textChange(file, uri)];
    case 'change':
      return [textChange(file, uri)];
    case 'delete':
      return [{ kind: 'delete', uri }];
    case 'rename':
      return [{ kind: 'rename', oldUri: uriOf(root, file.from ?? file.path), newUri: uri }];
    case 'keep':
      return [];
  }
}

function textChange({ before = '', after = '' }: FilePlan, uri: string): DocumentChanges[number] {
  const rangeOf = positionsIn(String(before));
  const edits = textEdits(String(before), String(after)).map(({ span, text }) => ({
    range: rangeOf(span),
    newText: text,
  }));
  return { textDocument: { uri, version: null }, edits };
}
