/** The snapshots of a repository, under its git directory: one file a tree, written whole or not at all, the newest two. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { digest, SNAPSHOTS } from '../cache/cache.ts';
import type { FileSource } from '../../engine/workspace/files.ts';
import { openSnapshot, type Snapshot } from './snapshot.ts';
import { writeTable } from './tableFile.ts';

/** Changes whenever the form of what is kept changes. */
const FORM = 3;
const KEPT = 2;

interface KeptSnapshots {
  /** Trees with a snapshot, those used for `tree` first. */
  trees(tree: string): readonly string[];
  /** `source`: the tree itself, for what the file cannot tell. */
  open(tree: string, source: FileSource): Snapshot | undefined;
  /** A cache that cannot be written is no reason to fail. */
  keep(tree: string, records: Iterable<readonly [key: string, value: string]>): void;
}

/** Those of one engine; `folder` is where the caches of the repository lie. */
export function keptSnapshots(folder: string, engine: string): KeptSnapshots {
  const home = path.join(folder, SNAPSHOTS);
  const mine = `${digest(`${FORM} ${engine}`)}-`;
  const fileOf = (tree: string) => path.join(home, mine + tree);
  const sealOf = (tree: string) => `${FORM} ${engine} ${tree}`;
  return {
    trees: tree => {
      const trees = newestFirst(home)
        .filter(name => name.startsWith(mine) && !name.endsWith(UNFINISHED))
        .map(name => name.slice(mine.length));
      return trees.includes(tree) ? [tree] : trees;
    },
    open: (tree, source) => openSnapshot(fileOf(tree), sealOf(tree), source),
    keep: (tree, records) => {
      try {
        mkdirSync(home, { recursive: true });
        writeWhole(fileOf(tree), sealOf(tree), records);
        for (const name of newestFirst(home).slice(KEPT)) rmSync(path.join(home, name), { force: true });
      } catch {
        // The next run is slower, that is all.
      }
    },
  };
}

function writeWhole(file: string, seal: string, records: Iterable<readonly [string, string]>): void {
  const beside = `${file}-${process.pid}${UNFINISHED}`;
  try {
    writeTable(beside, seal, records);
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

const UNFINISHED = '.tmp';

function newestFirst(home: string): readonly string[] {
  try {
    const aged = readdirSync(home).map(name => ({
      name,
      time: statSync(path.join(home, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }));
    return aged.sort((a, b) => b.time - a.time).map(({ name }) => name);
  } catch {
    return [];
  }
}
