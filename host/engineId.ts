/**
 * Names the engine whose findings a cache keeps: the version, and the build. The files of a built program lie in
 * one folder, and their names carry the hash of what is in them; run from source, the newest change of any source file is used instead.
 */
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version and the build of the program: what a cache is keyed by. */
export function engineId(version: string): string {
  const here = fileURLToPath(import.meta.url);
  return `${version} ${here.endsWith('.ts') ? newestSource(path.dirname(path.dirname(here))) : buildId(path.dirname(here))}`;
}

/** What one file of a build contains may change while the others keep their names. */
export function buildId(folder: string): string {
  return createHash('sha256').update(readdirSync(folder).sort().join('\n')).digest('hex').slice(0, 12);
}

function newestSource(root: string): number {
  const folders = ['engine', 'host', 'docs-schema'].map(name => path.join(root, name));
  const files = folders.flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => path.join(folder, file)),
  );
  return Math.max(...files.map(file => statSync(file).mtimeMs));
}
