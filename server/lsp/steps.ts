// A record taken to one of its next states, offered where its state or its identifier is written.
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver/node';
import { advanceOf } from '../../deliver/newDocument/advance.ts';
import { NOTHING_TYPED } from '../../deliver/newDocument/given.ts';
import { staffOf } from '../../deliver/newDocument/me.ts';
import { cursorIn } from '../../engine/session/questions/cursor.ts';
import { presentIn } from '../../engine/session/questions/moments.ts';
import type { Language, Path, Words } from '../../engine/session/types.ts';
import { now as clock } from '../../host/clock.ts';
import { identityOf } from '../../host/git/identity.ts';
import { openAnalysis, type OpenedProject } from '../open/openedProject.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/** The kind of action that takes a record to another state. */
export const STEP = `${CodeActionKind.RefactorRewrite}.docket`;

/** An action for each next state of the record of a file; none until all documents are read. */
export function stepsAt(open: OpenedProject, path: Path, range: Range): CodeAction[] {
  const next = open.gathering.isComplete() ? cursorIn(open.session).nextStatesAt({ path, range }) : undefined;
  if (next === undefined) return [];
  const project = openAnalysis(open).project();
  const { language } = project.config;
  const { now } = presentIn(project, clock());
  const me = staffOf(project, identityOf(open.root));
  return next.states.map(({ key: to }) => {
    const { fix, plan, toType } = advanceOf(project, { ...next, to, now, me, typed: NOTHING_TYPED });
    return {
      title: `${fix.title[language]}${stillToType(toType, language)}`,
      kind: STEP,
      edit: workspaceEdit(open, plan),
    };
  });
}

function stillToType(labels: readonly Words[], language: Language): string {
  if (labels.length === 0) return '';
  return {
    zh: `，待填：${labels.map(({ zh }) => zh).join('、')}`,
    en: `; to fill in: ${labels.map(({ en }) => en).join(', ')}`,
  }[language];
}
