// A record taken to one of its next states, offered where its state or its identifier stands.
import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver/node';
import { advanceOf } from '../../deliver/newDocument/advance.ts';
import { NOTHING_TYPED } from '../../deliver/newDocument/given.ts';
import { staffOf } from '../../deliver/newDocument/me.ts';
import { positionsIn } from '../../engine/base/lines.ts';
import type { Path } from '../../engine/base/text.ts';
import type { Language, Words } from '../../engine/base/words.ts';
import { planOfFix } from '../../engine/features/fixes.ts';
import { formatInstant, momentOf } from '../../engine/measure/time/instant.ts';
import { offsetOf } from '../../engine/measure/agreed/terms.ts';
import { modelled, type PlacedEntry } from '../../engine/model/read/modelled.ts';
import type { Project } from '../../engine/rules/project.ts';
import { now } from '../../host/clock.ts';
import { identityOf } from '../../host/git/identity.ts';
import { touches } from './places.ts';
import { analysisOf, type OpenProject } from '../open/openedProject.ts';
import { workspaceEdit } from './workspaceEdit.ts';

export const STEP = `${CodeActionKind.RefactorRewrite}.docket`;

export function stepsAt(open: OpenProject, path: Path, range: Range): CodeAction[] {
  if (!open.gathering.isComplete()) return [];
  const project = analysisOf(open).project();
  const placed = project.get(modelled, path).entries.find(({ entry }) => entry.row === undefined);
  if (!placed || !standsIn(project, placed, range)) return [];
  const { entry, kind } = placed;
  const { language } = project.config;
  const me = staffOf(project, identityOf(open.root));
  return nextStates(placed).map(to => {
    const { fix, toType } = advanceOf(project, { entry, kind, to, now: present(project), me, typed: NOTHING_TYPED });
    return {
      title: `${fix.title[language]}${stillToType(toType, language)}`,
      kind: STEP,
      edit: workspaceEdit(open, planOfFix(project.get, fix).plan),
    };
  });
}

function nextStates({ entry, kind }: PlacedEntry): readonly string[] {
  return kind.states.get(entry.status ?? '')?.to ?? [];
}

/** On the line of the state or of the identifier. */
function standsIn(project: Project, { entry, normalised: { places } }: PlacedEntry, range: Range): boolean {
  const rangeOf = positionsIn(project.text(entry.path) ?? '');
  return ['/status', '/id'].some(pointer => {
    const place = places.get(pointer);
    if (place === undefined) return false;
    const { start, end } = rangeOf({ start: place.keySpan.start, end: place.span.end });
    return touches({ start: { ...start, character: 0 }, end: { ...end, character: Number.MAX_SAFE_INTEGER } }, range);
  });
}

/** The clock of the machine, in the time of the project. */
function present({ config }: Project): string {
  const offset = offsetOf(config);
  return formatInstant(momentOf(now(), offset) ?? 0, offset);
}

function stillToType(labels: readonly Words[], language: Language): string {
  if (labels.length === 0) return '';
  return {
    zh: `，待填：${labels.map(({ zh }) => zh).join('、')}`,
    en: `; to fill in: ${labels.map(({ en }) => en).join(', ')}`,
  }[language];
}
