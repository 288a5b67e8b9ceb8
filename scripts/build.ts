// Builds what runs without this clone's TypeScript: the command line, the language server, the extension.
//
//   dist/cli.js         `docket`; a small entry, every command and its libraries in a chunk of its own, loaded when asked
//   dist/server.js      the language server the extension starts
//   dist/extension.cjs  the VS Code client (the extension host loads CommonJS)
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { commandLine, common, modules } from './commandLine.ts';
import { exists, root } from './paths.ts';

const targets: { source: string; options: BuildOptions }[] = [
  { source: 'cli/main.ts', options: commandLine },
  { source: 'server/lsp.ts', options: { ...modules, entryPoints: { server: 'server/lsp.ts' } } },
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
