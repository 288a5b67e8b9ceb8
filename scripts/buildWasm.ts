// dist/wasm/: the Markdown parser as WebAssembly, found by dist/server.js where no native binary is installed.
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { installed } from './npmFolder.ts';
import { root } from './paths.ts';

const OWN_REQUIRE = 'const require = createRequire(import.meta.url);';

export async function buildWasm(): Promise<void> {
  const from = join(await installed('scripts/wasm'), 'node_modules/@bruits/satteri-wasm32-wasi');
  const to = join(root, 'dist/wasm');
  await mkdir(to, { recursive: true });
  const common = { bundle: true, platform: 'node', target: 'node22.15', minify: true, logLevel: 'error' } as const;
  await build({
    ...common,
    format: 'cjs',
    entryPoints: [join(from, 'satteri_napi.wasi.cjs')],
    outfile: join(to, 'satteri.cjs'),
    external: ['@bruits/*'],
  });
  // The worker asks for its library by a `require` of its own making, which the bundler does not follow.
  const worker = await readFile(join(from, 'wasi-worker.mjs'), 'utf8');
  await build({
    ...common,
    format: 'esm',
    stdin: { contents: worker.replace(OWN_REQUIRE, ''), resolveDir: from, loader: 'js' },
    banner: { js: `import { createRequire } from 'node:module';\n${OWN_REQUIRE}` },
    outfile: join(to, 'wasi-worker.mjs'),
  });
  await copyFile(join(from, 'satteri_napi.wasm32-wasi.wasm'), join(to, 'satteri_napi.wasm32-wasi.wasm'));
}
