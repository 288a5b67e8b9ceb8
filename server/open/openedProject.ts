// One project: a session over its folder, with the editor's buffers laid over the files.
import type { Analysis } from '../../engine/session/analysis.ts';
import type { Scope } from '../../engine/session/questions/findings.ts';
import type { FileChange, Finding, Path } from '../../engine/session/types.ts';
import { now } from '../../host/clock.ts';
import { type KnownRepository, knownRepository } from '../../host/git/knownRepository.ts';
import { type OpenProject as Opened, openProject as openFolder } from '../../host/project/openProject.ts';
import { type Gathering, gathering } from './gathering.ts';
import { pathIn } from './paths.ts';

/** A project that the editor has open. */
export interface OpenedProject extends Opened {
  readonly repository: KnownRepository;
  /** Paths whose text the editor holds. */
  readonly open: Set<Path>;
  readonly gathering: Gathering;
}

/** Opens the project in a folder, on its files as they are. */
export function openInEditor(root: string): OpenedProject {
  const repository = knownRepository(root);
  const opened = openFolder(root, now(), { repository: repository.facts });
  const open = new Set<Path>();
  return { ...opened, repository, open, gathering: gathering(opened.session, open) };
}

/** Questions about the texts as the editor shows them. */
export function openAnalysis({ session }: OpenedProject): Analysis {
  return session.analysis();
}

/** Which rules can be asked: those over the whole project once all documents are read. */
export function scopeOf({ gathering: { isComplete } }: OpenedProject): Scope {
  return isComplete() ? 'project' : 'own';
}

/**
 * What is shown of a file: what the command line says, the baseline left out; until all documents are read, what its own
 * text earns. Undefined for what cannot be said yet.
 */
export function shownFindings(project: OpenedProject, path: Path): readonly Finding[] | undefined {
  const analysis = openAnalysis(project);
  if (project.gathering.isComplete()) return analysis.findings({ path, scope: 'project', beyondBaseline: true });
  return analysis.isDocument(path) ? analysis.findings({ path, scope: 'own', beyondBaseline: true }) : undefined;
}

/** The editor's text wins over the file's, from the first keystroke on. */
export function edited(project: OpenedProject, path: Path, text: string): void {
  project.open.add(path);
  project.session.apply([{ path, content: { state: 'text', text } }]);
}

/** The editor has closed a file: what is on disk counts again. */
export function closed(project: OpenedProject, path: Path): void {
  project.open.delete(path);
  project.session.apply([{ path, content: project.source.read(path) }]);
}

/**
 * Takes in what happened on disk; says whether it concerns the project. A new file is asked for in the list again, since
 * only the list knows what is ignored; an editor's buffer stays above its file.
 */
export function changedOnDisk(project: OpenedProject, files: readonly string[]): boolean {
  const paths = files.map(file => pathIn(project.root, file)).filter(path => path !== undefined);
  const known = openAnalysis(project);
  const own = paths.filter(path => !/(^|\/)(\.git|node_modules)\//.test(path) && !project.open.has(path));
  const unknown = own.some(path => !known.exists(path) && project.source.read(path).state !== 'absent');
  const listed = unknown ? new Set(project.source.list()) : undefined;
  const changes: FileChange[] = own
    .filter(path => known.exists(path) || listed?.has(path))
    .map(path => ({ path, content: project.source.read(path) }));
  if (changes.length > 0) project.session.apply(changes);
  const ofGit = paths.filter(path => path.startsWith('.git/'));
  if (ofGit.some(path => REPOSITORY.test(path)) && project.repository.hasMoved())
    project.session.knowRepository(project.repository.facts());
  return changes.length > 0 || ofGit.some(path => path === '.git/index' || REPOSITORY.test(path));
}

/** Under the git directory, what tells where a branch, a tag or a remote is. */
const REPOSITORY = /^\.git\/(HEAD|config|packed-refs|shallow|refs\/(heads|tags)\/.+)$/;
