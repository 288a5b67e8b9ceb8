// Builds what runs without this clone's TypeScript: the command line, the language server, the extension.
//
//   dist/cli.js         `docket`; a small entry, every command and its libraries in a chunk of its own, loaded when asked
//   dist/server.js      the language server the extension starts
//   dist/extension.cjs  the VS Code client (the extension host loads CommonJS)
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { exists, root } from './paths.ts';
import { markdownBinding } from './markdownBinding.ts';

const production = process.argv.includes('--production');

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node22.15',
  charset: 'utf8',
  legalComments: 'linked',
  logLevel: 'warning',
  sourcemap: production ? false : 'linked',
  minifySyntax: true,
  minifyWhitespace: production,
};

// CommonJS libraries inside an ES module call `require` for Node's own modules.
const requireInModules = {
  js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
};

const esm: BuildOptions = {
  ...common,
  format: 'esm',
  outdir: 'dist',
  banner: requireInModules,
  plugins: [markdownBinding],
};

const targets: { source: string; options: BuildOptions }[] = [
  {
    source: 'cli/main.ts',
    options: { ...esm, entryPoints: { cli: 'cli/docket.ts' }, splitting: true, chunkNames: 'cli/[name]-[hash]' },
  },
  { source: 'server/lsp.ts', options: { ...esm, entryPoints: { server: 'server/lsp.ts' } } },
  {
    source: 'extension/extension.ts',
    options: {
      ...common,
      format: 'cjs',
      external: ['vscode'],
      entryPoints: ['extension/extension.ts'],
      outfile: 'dist/extension.cjs',
    },
  },
];

await rm(join(root, 'dist'), { recursive: true, force: true });
await Promise.all(targets.filter(({ source }) => exists(source)).map(({ options }) => build(options)));
