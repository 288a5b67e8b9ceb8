// All that is right in every case for one file, fixed round by round as `docket fix` does it.
import { rehearsedFixIn } from '../../engine/session/fixing.ts';
import type { Plan } from '../../engine/session/plans.ts';
import type { Path } from '../../engine/session/types.ts';
import { openAnalysis, type OpenedProject, scopeOf } from '../open/openedProject.ts';

/** The editor makes the changes, and tells of them; until then the session holds what the editor shows. */
export function planOfAllFixes(project: OpenedProject, path: Path): Plan {
  return rehearsedFixIn(project.session, {
    findings: () => openAnalysis(project).findings({ path, scope: scopeOf(project), beyondBaseline: true }),
    choose: ({ fixes }) => fixes.find(({ safe }) => safe),
  }).plan;
}
