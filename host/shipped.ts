/** Files that come with the program: beside what is built, or in the clone. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** `templates/ci/github.yml` → where it lies; undefined when there is no such file or folder. */
export function shipped(name: string): string | undefined {
  const folders = ['../', '../../', '../../../'].map(up => fileURLToPath(new URL(up, import.meta.url)));
  return folders.map(folder => path.join(folder, name)).find(place => existsSync(place));
}
