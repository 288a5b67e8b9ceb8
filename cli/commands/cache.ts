/** `docket cache [--clear]`: where the cache lies and how big it is; deleting it costs the next run some time, nothing else. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../../host/cache/cache.ts';
import { rootOf } from '../../host/project/root.ts';
import type { Command } from '../command.ts';

export const cache: Command = {
  options: [{ flags: '--clear', says: { zh: '删除缓存', en: 'delete it' } }],

  run(context, _args, options) {
    const folder = cacheFolder(rootOf(context.cwd));
    const zh = context.language !== 'en';
    if (folder === undefined) {
      context.out(zh ? '不在 git 仓库中，没有缓存。\n' : 'Not in a git repository: there is no cache.\n');
      return 0;
    }
    const size = `${(sizeOf(folder) / 1e6).toFixed(1)} MB`;
    if (options['clear'] === true) rmSync(folder, { recursive: true, force: true });
    const done = options['clear'] === true ? (zh ? '已删除 ' : 'deleted ') : '';
    context.out(`${done}${folder} (${size})\n`);
    return 0;
  },
};

function sizeOf(folder: string): number {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
    return files.reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
  } catch {
    return 0;
  }
}
