/** Opens a change: both of its moments as sessions, judged by the configuration of the newer one. */
import { ALL } from '../engine/base/queries.ts';
import { asPath } from '../engine/base/text.ts';
import type { Language, Words } from '../engine/base/words.ts';
import { languageNameOf } from '../engine/code/languages/table.ts';
import { grammars } from '../engine/code/symbols/syntax.ts';
import { analyseChange, type ChangeAnalysis } from '../engine/session/changeAnalysis.ts';
import { Session } from '../engine/session/session.ts';
import type { ChangeSet } from '../engine/workspace/changeSet.ts';
import type { FileSource } from '../engine/workspace/files.ts';
import { decode } from '../engine/workspace/decode.ts';
import { folderChange } from './changes/folders.ts';
import type { Making } from './changes/making.ts';
import { rangeChange, sinceChange } from './changes/range.ts';
import { type Repository, repositoryOf } from './changes/repository.ts';
import { rootInTree } from './changes/rootInTree.ts';
import { type StagedChange, stagedChange } from './changes/staged.ts';
import type { StoredSource } from './changes/storedSource.ts';
import { projectTree } from './changes/entries.ts';
import { workingChange } from './changes/working.ts';
import { diskSource } from './disk.ts';
import { identityOf } from './identity.ts';
import { loadGrammars } from './grammars.ts';
import { findRoot, rootOf } from './root.ts';
import type { StandingOptions } from './snapshot/moment.ts';
import { sessionOn, standingOn } from './snapshot/standing.ts';

export type AskedChange =
  | { readonly what: 'staged'; readonly message: string | undefined; readonly messageOnly: boolean }
  | { readonly what: 'working' }
  | { readonly what: 'range'; readonly range: string }
  | { readonly what: 'since'; readonly ref: string }
  | { readonly what: 'folders'; readonly from: string; readonly to: string; readonly message: string | undefined };

export interface OpenChange {
  /** The folder the project lies in; of a bare repository, the repository. */
  readonly root: string;
  readonly set: ChangeSet;
  readonly before: Session;
  readonly after: Session;
  readonly analysis: ChangeAnalysis;
  readonly language: Language;
}

export interface Opening {
  readonly asOf: string;
  /** The program's version and build: whose caches may be used. */
  readonly engine: string;
  readonly tell: (words: Words) => void;
}

/** `tell` hears which configuration judges, where it is not the one of the newer moment. */
export async function openChange(cwd: string, asked: AskedChange, { asOf, engine, tell }: Opening): Promise<OpenChange> {
  const { root, set } = changeSetOf(cwd, asked, asOf);
  const [before, after] = staged(root, set, asOf, { engine, onSlow: () => tell(INDEXING) }) ?? whole(set, asOf, configFor(set, root, tell));
  await giveGrammars(
    set.files.map(({ path }) => path),
    [before, after],
  );
  return { root, set, before, after, analysis: analyseChange(set, before, after), language: after.analysis().config().language };
}

const INDEXING: Words = { zh: '正在建立索引（只需一次）…\n', en: 'Indexing (once)…\n' };

type Sessions = readonly [before: Session, after: Session];

function whole(set: ChangeSet, asOf: string, config: { readonly config?: string }): Sessions {
  return [opened(set.before, asOf, config), opened(set.after, asOf, config)];
}

/** All documents of a commit are read at once: one by one each would be a process. */
function opened(source: FileSource, asOf: string, config: { readonly config?: string }): Session {
  const session = Session.open(source, { asOf, ...config });
  if ('prefetch' in source) (source as StoredSource).prefetch(session.analysis().documents());
  return session;
}

/** What is staged stands on the snapshot of HEAD, so that only what differs is read. */
function staged(root: string, set: ChangeSet, asOf: string, options: StandingOptions): Sessions | undefined {
  if (!('head' in set) || typeof set.head !== 'string') return undefined;
  const repository = repositoryOf(root);
  const { before: source } = set as StagedChange;
  const standing = standingOn(root, { tree: projectTree(repository, set.head), source }, options);
  if (standing === undefined) return undefined;
  return [sessionOn(standing, { source, changed: [], asOf }), sessionOn(standing, { source: set.after, changed: set.files, asOf })];
}

function changeSetOf(cwd: string, asked: AskedChange, asOf: string): { readonly root: string; readonly set: ChangeSet } {
  if (asked.what === 'folders') return { root: asked.to, set: folderChange(asked.from, asked.to, makingIn(asked.to, asOf, asked.message)) };
  if (asked.what === 'staged' || asked.what === 'working') {
    const root = rootOf(cwd);
    const making = makingIn(root, asOf, asked.what === 'staged' ? asked.message : undefined);
    const repository = repositoryOf(root);
    return { root, set: asked.what === 'staged' ? stagedChange(repository, making) : workingChange(repository, making) };
  }
  const repository = repositoryAt(cwd, asked.what === 'range' ? newerOf(asked.range) : 'HEAD');
  return { root: repository.folder, set: asked.what === 'range' ? rangeChange(repository, asked.range) : sinceChange(repository, asked.ref) };
}

/** Where no working tree shows the project (a bare repository, a folder above it), the newer commit does. */
function repositoryAt(cwd: string, revision: string): Repository {
  const root = findRoot(cwd);
  return root === undefined ? rootInTree(repositoryOf(cwd), revision) : repositoryOf(root);
}

function newerOf(range: string): string {
  return range.replace(/^.*?\.{2,3}/, '') || 'HEAD';
}

function makingIn(root: string, asOf: string, messageFile: string | undefined): Making {
  return { author: identityOf(root), asOf, messageFile };
}

const CONFIG = asPath('docket.yml');

/** A moment without a docket.yml is judged by that of the working tree. */
function configFor({ after }: ChangeSet, root: string, tell: (words: Words) => void): { readonly config?: string } {
  const own = after.read(CONFIG);
  if (own.state !== 'absent') return { config: decode(own).text };
  const onDisk = diskSource(root).read(CONFIG);
  if (onDisk.state === 'absent') return {};
  tell({
    zh: '改动里没有 docket.yml，按工作目录中的 docket.yml 检查。\n',
    en: 'The change has no docket.yml: judged by the one in the working tree.\n',
  });
  return { config: decode(onDisk).text };
}

/** Syntax trees for the languages of some files; both sessions read them alike. */
export async function giveGrammars(paths: Iterable<string>, sessions: readonly Session[]): Promise<void> {
  const languages = new Set([...paths].map(path => languageNameOf(asPath(path))).filter(name => name !== undefined));
  // Its scripts are in one of these.
  if (languages.has('vue')) for (const name of ['typescript', 'javascript']) languages.add(name);
  const loaded = await loadGrammars(languages);
  for (const { cache } of sessions) cache.set(grammars, ALL, loaded);
}
