/** The text of every file after every commit, found by taking the patches back from the final files. */
import { applyPatch, parsePatch, reversePatch } from 'diff';
import type { SampleCommit } from './history.ts';

/** What one commit leaves behind: path → text, null for a file it deletes. */
export type Changes = ReadonlyMap<string, string | null>;

/** In the order of the commits. Throws when history and files do not fit together. */
export function changesOf(commits: readonly SampleCommit[], final: ReadonlyMap<string, string>): readonly Changes[] {
  const texts = new Map(final);
  const changes = commits.toReversed().map(commit => takeBack(commit, texts));
  if (texts.size > 0) throw new Error(`no commit adds ${[...texts.keys()].slice(0, 5).join(', ')}`);
  return changes.reverse();
}

/** Notes what the commit left, then turns `texts` into what was before it. */
function takeBack(commit: SampleCommit, texts: Map<string, string>): Changes {
  const left = new Map<string, string | null>();
  for (const path of commit.added) {
    left.set(path, textOf(texts, path, commit));
    texts.delete(path);
  }
  for (const [path, patch] of commit.patches) {
    const deleted = commit.deleted.includes(path);
    const after = deleted ? '' : textOf(texts, path, commit);
    left.set(path, deleted ? null : after);
    texts.set(path, before(after, path, patch, commit));
  }
  return left;
}

function textOf(texts: ReadonlyMap<string, string>, path: string, { date }: SampleCommit): string {
  const text = texts.get(path);
  if (text === undefined) throw new Error(`the commit of ${date} leaves ${path}, which is not there`);
  return text;
}

function before(after: string, path: string, patch: string, { date }: SampleCommit): string {
  const [parsed] = parsePatch(`--- ${path}\n+++ ${path}\n${patch}`);
  const was = parsed ? applyPatch(after, reversePatch(parsed)) : false;
  if (was === false) throw new Error(`the patch of ${date} does not fit ${path}`);
  return was;
}
