// All that is right in every case for one file, mended round by round as `docket fix` does it.
import { diffLines } from 'diff';
import type { Path, TextEdit } from '../../engine/base/text.ts';
import type { FileEdit } from '../../engine/features/fixes.ts';
import { type Mended, mend } from '../../engine/features/fixing.ts';
import type { Session } from '../../engine/session/session.ts';
import { type FileChange, type FileContent, fileContent } from '../../engine/workspace/files.ts';
import { analysisOf, type OpenProject } from '../open/project.ts';

export function mendedFiles(project: OpenProject, path: Path): readonly FileEdit[] {
  const analysis = analysisOf(project);
  const findings = () => analysis.findings({ path, scope: project.gathering.isComplete() ? 'project' : 'own', beyondBaseline: true });
  const { get } = analysis.project();
  return rehearsed(project.session, apply => mend({ get, findings, apply }, ({ fixes }) => fixes.find(({ safe }) => safe))).files.map(fileEdit);
}

/** The editor makes the changes, and tells of them; until then the session holds what the editor shows. */
function rehearsed<T>(session: Session, work: (apply: (changes: readonly FileChange[]) => void) => T): T {
  const before = new Map<Path, FileContent>();
  try {
    return work(changes => {
      for (const { path } of changes) if (!before.has(path)) before.set(path, session.cache.get(fileContent, path));
      session.apply(changes);
    });
  } finally {
    session.apply([...before].map(([path, content]) => ({ path, content })));
  }
}

function fileEdit({ path, before, after }: Mended): FileEdit {
  return before === undefined ? { path, text: after, isNew: true } : { path, edits: lineEdits(before, after) };
}

/** Only the lines that differ, so that cursors and folds stay where they are. */
export function lineEdits(before: string, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let open: TextEdit | undefined;
  for (const { value, added, removed } of diffLines(before, after)) {
    if (!added && !removed) {
      if (open) edits.push(open);
      open = undefined;
      at += value.length;
      continue;
    }
    const span = { start: open?.span.start ?? at, end: removed ? at + value.length : at };
    open = { span, text: (open?.text ?? '') + (added ? value : '') };
    if (removed) at += value.length;
  }
  return open ? [...edits, open] : edits;
}
