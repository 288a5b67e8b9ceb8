/**
 * The facts that a trace needs of each file, for a host that keeps them by content. A later trace then reads only
 * changed files.
 */
import { ALL } from '../../base/queries.ts';
import type { Path } from '../../base/text.ts';
import { codePaths } from '../../links/code/taggedCode.ts';
import { documentPaths } from '../../model/config/projectConfig.ts';
import { codeFacts, documentFacts, type TraceFacts } from '../../trace/traceFacts.ts';
import type { Session } from '../session.ts';

/** One sort of files and their facts. Facts are plain data. */
export interface TracedPart {
  readonly sort: 'documents' | 'code';
  readonly files: readonly Path[];
  /** Reads a file, returns its facts, and releases its text. */
  make(path: Path): unknown;
  /** Takes facts kept from an earlier trace. They must come from the same text, kinds and configuration. */
  remember(path: Path, facts: unknown): void;
}

/** The files of a project that a trace reads: documents and code. */
export function tracedParts({ cache }: Session): readonly TracedPart[] {
  const part = <V>(
    sort: TracedPart['sort'],
    files: readonly Path[],
    { make, remember }: TraceFacts<V>,
  ): TracedPart => ({
    sort,
    files,
    make: path => make(cache, path),
    remember: (path, facts) => remember(cache, path, facts as V),
  });
  return [
    part('documents', cache.get(documentPaths, ALL), documentFacts),
    part('code', cache.get(codePaths, ALL), codeFacts),
  ];
}
