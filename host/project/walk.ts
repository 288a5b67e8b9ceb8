/** Every file under a folder, for projects without git. Links are named, not followed; a folder that cannot be read has no files. */
import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';

const LEFT_OUT = new Set(['.git', '.svn', '.hg', 'node_modules']);

/** The files below a folder where git lists none; `.git`, links and unreadable folders are left out. */
export function walkedFiles(root: string): readonly string[] {
  const files: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(path.join(root, folder))) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) files.push(name);
      else if (!LEFT_OUT.has(entry.name)) folders.push(name);
    }
  }
  return files;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
