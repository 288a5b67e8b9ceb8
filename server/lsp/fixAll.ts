// All that is right in every case for one file, fixed round by round as `docket fix` does it.
import type { Plan } from '../../engine/base/plan.ts';
import type { Path } from '../../engine/base/text.ts';
import { fixFindings } from '../../engine/features/fixing.ts';
import type { Session } from '../../engine/session/session.ts';
import { type FileChange, type FileContent, fileContent } from '../../engine/workspace/files.ts';
import { analysisOf, type OpenProject } from '../open/openedProject.ts';

export function planOfAllFixes(project: OpenProject, path: Path): Plan {
  const analysis = analysisOf(project);
  const findings = () =>
    analysis.findings({ path, scope: project.gathering.isComplete() ? 'project' : 'own', beyondBaseline: true });
  const { get } = analysis.project();
  return rehearsed(project.session, apply =>
    fixFindings({ get, findings, apply }, ({ fixes }) => fixes.find(({ safe }) => safe)),
  ).plan;
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
