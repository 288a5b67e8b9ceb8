/** Every document of a tree read, with the facts that checks of the working tree have kept. */
import type { Path } from '../../engine/base/text.ts';
import { CONFIG_PATH } from '../../engine/session/files.ts';
import { Session } from '../../engine/session/session.ts';
import { openStore } from '../cache/cache.ts';
import { environmentOf, SHARED } from '../cache/environment.ts';
import { factsKey, learnFacts } from '../cache/keptFacts.ts';
import { git, listedNames } from '../git/git.ts';
import type { SnapshotMoment, StandingOptions } from './snapshotMoment.ts';
import type { SnapshotFacts } from './snapshot.ts';

interface TreeFile {
  readonly path: Path;
  readonly id: string;
  readonly size: string;
}

/** Reading as many documents takes more than a second. */
const LONG = 1_000;

/** Undefined when the tree has no configuration to judge by. */
export function readTree(
  root: string,
  folder: string,
  { tree, source }: SnapshotMoment,
  { engine, onSlow }: StandingOptions,
): SnapshotFacts | undefined {
  const lines = listedNames(git(root, ['ls-tree', '-r', '-l', '-z', '--full-tree', tree]).out);
  const files = new Map(filesIn(lines, '100').map(file => [file.path, file]));
  if (!files.has(CONFIG_PATH)) return undefined;
  const session = Session.open(source, { asOf: '' });
  if (session.analysis().documents().length > LONG) onSlow();
  const shared = [...files.values()].filter(({ path }) => SHARED.some(name => path.startsWith(name)));
  const store = openStore(
    folder,
    environmentOf(
      root,
      engine,
      shared.map(({ path, id }) => [path, id]),
    ),
  );
  const keyOf = (document: Path) => {
    const file = files.get(document);
    return file && factsKey(document, file.id, file.size);
  };
  learnFacts(session, { store, keyOf, prefetch: documents => source.prefetch(documents) });
  const links = filesIn(lines, '120').map(({ path }) => path);
  return { session, files: source.list(), links, contentId: document => files.get(document)?.id };
}

/** `100644 blob ID    SIZE<tab>PATH` */
function filesIn(lines: readonly string[], mode: string): readonly TreeFile[] {
  return lines
    .filter(line => line.startsWith(mode))
    .map(line => {
      const tab = line.indexOf('\t');
      const [, , id = '', size = ''] = line.slice(0, tab).split(/ +/);
      return { path: line.slice(tab + 1) as Path, id, size };
    });
}
