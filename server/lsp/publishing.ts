/**
 * Which findings are shown, and when.
 *
 * The file in which somebody types is answered at once, before anything else is read, then with what other documents say of
 * it. All others follow when the typing pauses, in slices, so that a keystroke never waits behind a large project. What has not changed is not sent again.
 */
import type { Diagnostic } from 'vscode-languageserver/node';
import { changedFiles } from '../../host/changedFiles.ts';
import type { Path } from '../../engine/base/text.ts';
import type { Finding } from '../../engine/rules/finding.ts';
import { diagnosticOf } from './diagnostics.ts';
import { SLICE_MS } from './gathering.ts';
import { uriOf } from './places.ts';
import { analysisOf, findingsOf, type OpenProject } from './project.ts';

export type Problems = 'changed' | 'open' | 'all';

export interface Tally {
  error: number;
  warning: number;
  info: number;
}

/** What publishing needs of the other side of the wire. */
export interface Reader {
  problems(): Problems;
  show(uri: string, diagnostics: Diagnostic[]): void;
  /** Nothing can be said: a part of the installation is missing. */
  failed(error: unknown): void;
  /** After each sweep over the whole project. */
  counted(project: OpenProject, tally: Tally): void;
}

export interface Publishing {
  /** Something changed; `path` is answered first. */
  changed(path?: Path): void;
  stop(): void;
}

const PAUSE_MS = 150;

export function publishing(project: OpenProject, reader: Reader): Publishing {
  const shown = new Map<Path, readonly Finding[]>();
  let urgent = new Set<Path>();
  let soon: NodeJS.Immediate | undefined;
  let later: NodeJS.Timeout | undefined;
  let sweeping = 0;

  const show = (path: Path, findings: readonly Finding[]): void => {
    if (shown.get(path) === findings || (findings.length === 0 && !shown.has(path))) return;
    if (findings.length === 0) shown.delete(path);
    else shown.set(path, findings);
    const { language } = analysisOf(project).config();
    reader.show(
      uriOf(project.root, path),
      findings.map(finding => diagnosticOf(finding, project.root, language)),
    );
  };

  const answer = (path: Path): void => {
    const findings = project.open.has(path) ? findingsOf(project, path) : [];
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

  const sweep = async (): Promise<void> => {
    const mine = ++sweeping;
    await project.gathering.complete();
    if (mine !== sweeping) return;
    for (const path of project.open) answer(path);
    const analysis = analysisOf(project);
    const wanted = wantedPaths(project, reader.problems());
    const tally: Tally = { error: 0, warning: 0, info: 0 };
    const unseen = new Set(shown.keys());
    let began = performance.now();
    for (const path of analysis.documents()) {
      const findings = analysis.newFindings(path);
      count(tally, findings);
      unseen.delete(path);
      show(path, wanted(path) ? findings : []);
      if (performance.now() - began < SLICE_MS) continue;
      await new Promise(resume => setImmediate(resume));
      if (mine !== sweeping) return;
      began = performance.now();
    }
    for (const [path, findings] of elsewhere(project)) {
      count(tally, findings);
      unseen.delete(path);
      show(path, findings);
    }
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
      later = setTimeout(() => void sweep().catch(reader.failed), PAUSE_MS);
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

function wantedPaths(project: OpenProject, problems: Problems): (path: Path) => boolean {
  if (problems === 'all') return () => true;
  const changed = new Set(problems === 'changed' ? changedFiles(project.root) : []);
  return path => project.open.has(path) || changed.has(path);
}

/** Findings that stand at no document: the configuration, a script. They are shown always: there is no other way to them. */
function elsewhere(project: OpenProject): ReadonlyMap<Path, readonly Finding[]> {
  const analysis = analysisOf(project);
  const documents = new Set(analysis.documents());
  const others = new Set(
    analysis
      .allFindings()
      .map(({ at }) => at.path)
      .filter(path => !documents.has(path)),
  );
  return new Map([...others].map(path => [path, analysis.newFindings(path)]));
}

function count(tally: Tally, findings: readonly Finding[]): void {
  for (const { severity } of findings) tally[severity]++;
}
