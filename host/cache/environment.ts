/** What the facts of every document depend on besides its text: the engine, the configuration, the kinds, and line-ending filters. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileId } from '../git/workingBlobs.ts';

/** Files that say something about every document, by the beginning of their names. */
export const SHARED = ['docket.yml', 'docket/kinds/'];

/** `shared`: those files with the hash of their content, at one moment. */
export function environmentOf(root: string, engine: string, shared: readonly FileId[]): string {
  const lines = shared.map(file => JSON.stringify(file)).sort();
  return `${engine} ${createHash('sha256').update(lines.join('\n')).update(eolOf(root)).digest('hex')}`;
}

/** With line-ending filters the bytes on the disk differ from those git hashed. */
function eolOf(root: string): string {
  try {
    return `${/autocrlf\s*=\s*(\w+)/.exec(readFileSync(path.join(root, '.git/config'), 'utf8'))?.[1] ?? ''}`;
  } catch {
    return '';
  }
}
