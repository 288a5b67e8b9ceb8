// `npm run demo`: lays the sample contract out as a git repository of its own and checks it.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cache, root } from './paths.ts';

/** The sample's calendar ends here; on another day other duties are due. */
const AS_OF = '2026-11-22';
const folder = join(cache, 'demo/zzgl');

rmSync(folder, { recursive: true, force: true });
node('scripts/build.ts');
docket('sample', 'zzgl', folder);
docket('check', '--cwd', folder, '--as-of', AS_OF);

const here = relative(process.cwd(), folder);
console.log(`
示例合同已生成在 ${here}，可用 VS Code 打开；命令示例：
The sample contract is in ${here}; open it in VS Code, or try:

  node dist/cli.js explain ticket/resolve-sla
  node dist/cli.js trace REQ-REV-012 --cwd ${here}
  node dist/cli.js report --period 2026-09 --cwd ${here}`);

function docket(...args: string[]): void {
  console.log(
    `\n$ docket ${args.map(argument => (argument === folder ? relative(root, folder) : argument)).join(' ')}`,
  );
  node('dist/cli.js', ...args);
}

function node(...args: string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
