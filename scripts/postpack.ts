// After `npm pack`: the manifest as it was before prepack.ts.
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from './paths.ts';

const kept = join(cache, 'package.json.unpacked');
if (existsSync(kept)) {
  copyFileSync(kept, join(root, 'package.json'));
  rmSync(kept);
}
