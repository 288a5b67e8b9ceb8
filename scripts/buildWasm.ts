// What is WebAssembly, for where no packages are installed, as inside the .vsix.
//
//   dist/wasm/      the Markdown parser
//   dist/grammars/  the grammars of source files and the parser that reads them
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { GRAMMAR_FILES, PARSER_FILE } from '../host/grammars.ts';
import { installed } from './npmFolder.ts';
import { root } from './paths.ts';

const OWN_REQUIRE = 'const require = createRequire(import.meta.url);';

export async function buildWasm(): Promise<void> {
  await Promise.all([buildMarkdownParser(), copyGrammars()]);
}

async function copyGrammars(): Promise<void> {
  const to = join(root, 'dist/grammars');
  await mkdir(to, { recursive: true });
  await copyFile(join(root, 'node_modules/web-tree-sitter', PARSER_FILE), join(to, PARSER_FILE));
  const from = join(root, 'node_modules/@vscode/tree-sitter-wasm/wasm');
  await Promise.all(GRAMMAR_FILES.map(file => copyFile(join(from, file), join(to, file))));
  await copyFile(join(from, '../LICENSE'), join(to, 'LICENSE'));
}

async function buildMarkdownParser(): Promise<void> {
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
