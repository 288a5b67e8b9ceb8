/**
 * Which findings are shown, and when.
 *
 * The file that is being edited is answered at once, before anything else is read, then with what other documents say of
 * it. All others follow when the typing pauses, in slices, so that a keystroke never waits behind a large project. What has not changed is not sent again.
 */
import { namesOfChanged } from '../../host/changes/changedFiles.ts';
import type { Finding, Path } from '../../engine/session/types.ts';
import { openAnalysis, shownFindings, type OpenedProject } from './openedProject.ts';
import { sweep, type Tally } from './sweep.ts';

export type Problems = 'changed' | 'open' | 'all';

/** What publishing needs of a face. */
export interface Reader {
  problems(): Problems;
  /** All findings of a file, in place of those that were shown before. */
  show(project: OpenedProject, path: Path, findings: readonly Finding[]): void;
  /** Nothing can be said: a part of the installation is missing. */
  failed(error: unknown): void;
  /** After each sweep over the whole project. */
  counted(project: OpenedProject, tally: Tally): void;
}

/** Shows the findings of one project as its files change. */
export interface Publishing {
  /** Something changed; `path` is answered first. */
  changed(path?: Path): void;
  stop(): void;
}

const PAUSE_MS = 150;

/** Shows changed files first, and the whole project after a pause. */
export function publishing(project: OpenedProject, reader: Reader): Publishing {
  const shown = new Map<Path, readonly Finding[]>();
  let urgent = new Set<Path>();
  let soon: NodeJS.Immediate | undefined;
  let later: NodeJS.Timeout | undefined;
  let sweeping = 0;

  const show = (path: Path, findings: readonly Finding[]): void => {
    if (shown.get(path) === findings || (findings.length === 0 && !shown.has(path))) return;
    if (findings.length === 0) shown.delete(path);
    else shown.set(path, findings);
    reader.show(project, path, findings);
  };

  const answer = (path: Path): void => {
    const findings = project.open.has(path) ? shownFindings(project, path) : [];
    if (findings) show(path, findings);
  };

  const answerUrgent = (): void => {
    soon = undefined;
    const paths = urgent;
    urgent = new Set();
    try {
      for (const path of paths) answer(path);
    } catch (error) {
      reader.failed(error);
    }
  };

  const sweepAll = async (): Promise<void> => {
    const mine = ++sweeping;
    const isOld = () => mine !== sweeping;
    await project.gathering.complete();
    if (isOld()) return;
    for (const path of project.open) answer(path);
    const wanted = wantedPaths(project, reader.problems());
    const unseen = new Set(shown.keys());
    const tell = (path: Path, findings: readonly Finding[]): void => {
      unseen.delete(path);
      show(path, wanted(path) ? findings : []);
    };
    const tally = await sweep(openAnalysis(project), { tell, isOld });
    if (tally === undefined) return;
    for (const path of unseen) show(path, []);
    reader.counted(project, tally);
  };

  return {
    changed(path) {
      sweeping++;
      if (path !== undefined) {
        urgent.add(path);
        soon ??= setImmediate(answerUrgent);
      }
      clearTimeout(later);
      later = setTimeout(() => void sweepAll().catch(reader.failed), PAUSE_MS);
    },
    stop() {
      project.gathering.stop();
      sweeping++;
      clearTimeout(later);
      clearImmediate(soon);
      for (const path of shown.keys()) show(path, []);
    },
  };
}

/** What is found in other files than documents, the configuration or a script, is shown always: there is no other way to it. */
function wantedPaths(project: OpenedProject, problems: Problems): (path: Path) => boolean {
  if (problems === 'all') return () => true;
  const changed = new Set(problems === 'changed' ? namesOfChanged(project.root) : []);
  const analysis = openAnalysis(project);
  return path => project.open.has(path) || changed.has(path) || !analysis.isDocument(path);
}
