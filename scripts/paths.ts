// Where things lie in the clone, for the tasks of this folder and the rig.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
/** Everything a task downloads or writes besides dist/; safe to delete at any time. */
export const cache = join(root, '.cache');
export const results = join(cache, 'test');
export const exists = (path: string): boolean => existsSync(join(root, path));
