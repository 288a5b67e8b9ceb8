/** A commit whose snapshot is used, and what opening it needs. */
import type { Path } from '../../engine/base/text.ts';
import type { FileContent, FileSource } from '../../engine/workspace/files.ts';

/** A tree of the project as files, with a way to read many at once, and one whose hash is known without asking for it. */
export interface TreeSource extends FileSource {
  prefetch(paths: readonly Path[]): void;
  readAs(path: Path, id: string): FileContent;
}

/** A tree whose snapshot is asked for. */
export interface SnapshotMoment {
  /** The hash of the tree of the project's folder. */
  readonly tree: string;
  readonly source: TreeSource;
}

/** What opening on a snapshot is told. */
export interface StandingOptions {
  /** The program's version and build; another one shares nothing with it. */
  readonly engine: string;
  /** Told once when making a snapshot takes long. */
  readonly onSlow: () => void;
}
