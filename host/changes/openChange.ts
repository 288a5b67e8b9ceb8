/** Opens a change: both of its moments as sessions, judged by the configuration of the newer one. */
import { once } from '../../engine/base/once.ts';
import { asPath } from '../../engine/base/text.ts';
import type { Language, Words } from '../../engine/base/words.ts';
import { analyseChange, type ChangeAnalysis } from '../../engine/session/change/changeAnalysis.ts';
import { judges } from '../../engine/session/change/earlierMoment.ts';
import type { Gate } from '../../engine/session/change/gate.ts';
import { Session } from '../../engine/session/session.ts';
import type { ChangeSet } from '../../engine/workspace/changeSet.ts';
import type { FileSource } from '../../engine/workspace/files.ts';
import type { RepositoryFacts } from '../../engine/workspace/repositoryFacts.ts';
import { decode } from '../../engine/workspace/decode.ts';
import { folderChange } from './folders.ts';
import type { Making } from './pendingCommit.ts';
import { rangeChange, sinceChange } from './range.ts';
import { type Repository, repositoryOf } from '../git/repository.ts';
import { factsOf } from '../git/repositoryFacts.ts';
import { rootInTree } from '../git/rootInTree.ts';
import { stagedChange } from './staged.ts';
import type { Ground, StoredChange } from './storedChange.ts';
import type { StoredSource } from '../trees/storedSource.ts';
import { workingChange } from './working.ts';
import { diskSource } from '../project/disk.ts';
import '../grammars.ts';
import { identityOf } from '../git/identity.ts';
import { findRoot, rootOf } from '../project/root.ts';
import type { StandingOptions } from '../snapshot/snapshotMoment.ts';
import { sessionOn, standingOn } from '../snapshot/openOnSnapshot.ts';

export type AskedChange =
  | { readonly what: 'staged'; readonly message: string | undefined; readonly messageOnly: boolean }
  | { readonly what: 'working' }
  | { readonly what: 'range'; readonly range: string }
  | { readonly what: 'since'; readonly ref: string }
  | { readonly what: 'folders'; readonly from: string; readonly to: string; readonly message: string | undefined };

/** A change with its two moments open as sessions. */
export interface OpenChange {
  /** The folder the project lies in; of a bare repository, the repository. */
  readonly root: string;
  readonly set: ChangeSet;
  readonly before: Session;
  readonly after: Session;
  readonly analysis: ChangeAnalysis;
  readonly language: Language;
  readonly gate: Gate;
}

/** What opening a change is told. */
export interface ChangeOpening {
  readonly asOf: string;
  /** The program's version and build: whose caches may be used. */
  readonly engine: string;
  readonly tell: (words: Words) => void;
}

/** `tell` hears which configuration judges, where it is not the one of the newer moment. */
export async function openChange(
  cwd: string,
  asked: AskedChange,
  { asOf, engine, tell }: ChangeOpening,
): Promise<OpenChange> {
  const { root, set } = changeSetOf(cwd, asked, asOf);
  // What is about to be committed is in no tag and in no signed commit yet.
  const repository = set.stage === 'range' && asked.what !== 'folders' ? once(() => factsOf(root)) : () => undefined;
  const judging = { asOf, repository, config: once(() => configFor(set, root, tell)) };
  const [before, after] = onGround(root, set, judging, { engine, onSlow: () => tell(INDEXING) }) ?? whole(set, judging);
  const { language } = after.analysis().config();
  return { root, set, before, after, analysis: analyseChange(set, before, after), language, gate: gateOf(asked) };
}

function gateOf(asked: AskedChange): Gate {
  if (asked.what !== 'staged') return 'range';
  return asked.messageOnly ? 'message' : 'staged';
}

const INDEXING: Words = { zh: '正在建立索引（只需一次）…\n', en: 'Indexing (once)…\n' };

type Sessions = readonly [before: Session, after: Session];

interface Judging {
  readonly asOf: string;
  /** Of today, for both moments. */
  readonly repository: () => RepositoryFacts | undefined;
  /** The configuration for a moment that has none. */
  readonly config: () => string | undefined;
}

function whole(set: ChangeSet, judging: Judging): Sessions {
  return [opened(set.before, judging), opened(set.after, judging)];
}

/** All documents of a commit are read at once: one by one each would be a process. */
function opened(source: FileSource, { asOf, repository, config }: Judging): Session {
  const otherwise = config();
  const session = Session.open(source, { asOf, repository, ...(otherwise === undefined ? {} : { config: otherwise }) });
  if ('prefetch' in source) (source as StoredSource).prefetch(session.analysis().documents());
  return session;
}

/** Both use the snapshot of the moment that is a commit, so only differences are read; everything is read where the configuration or a kind differs. */
function onGround(root: string, set: ChangeSet, judging: Judging, options: StandingOptions): Sessions | undefined {
  if (!('ground' in set)) return undefined;
  const { ground, ...moments } = set as StoredChange;
  const standing = ground && standingOn(root, { tree: ground.tree, source: moments[ground.moment] }, options);
  if (ground === undefined || standing === undefined) return undefined;
  const judgesAlike = ground.other.every(({ path, was = path }) => !judges(path) && !judges(was));
  const on = (moment: Ground['moment']) => {
    const [source, changed] = [moments[moment], moment === ground.moment ? [] : ground.other];
    return judgesAlike || changed.length === 0
      ? sessionOn(standing, { source, changed, ...judging })
      : opened(source, judging);
  };
  return [on('before'), on('after')];
}

function changeSetOf(
  cwd: string,
  asked: AskedChange,
  asOf: string,
): { readonly root: string; readonly set: ChangeSet } {
  if (asked.what === 'folders')
    return { root: asked.to, set: folderChange(asked.from, asked.to, makingIn(asked.to, asOf, asked.message)) };
  if (asked.what === 'staged' || asked.what === 'working') {
    const root = rootOf(cwd);
    const making = makingIn(root, asOf, asked.what === 'staged' ? asked.message : undefined);
    const repository = repositoryOf(root);
    return {
      root,
      set: asked.what === 'staged' ? stagedChange(repository, making) : workingChange(repository, making),
    };
  }
  const repository = repositoryAt(cwd, asked.what === 'range' ? newerOf(asked.range) : 'HEAD');
  return {
    root: repository.folder,
    set: asked.what === 'range' ? rangeChange(repository, asked.range) : sinceChange(repository, asked.ref),
  };
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
function configFor({ after }: ChangeSet, root: string, tell: (words: Words) => void): string | undefined {
  const own = after.read(CONFIG);
  if (own.state !== 'absent') return decode(own).text;
  const onDisk = diskSource(root).read(CONFIG);
  if (onDisk.state === 'absent') return undefined;
  tell({
    zh: '改动里没有 docket.yml，按工作目录中的 docket.yml 检查。\n',
    en: 'The change has no docket.yml: judged by the one in the working tree.\n',
  });
  return decode(onDisk).text;
}
