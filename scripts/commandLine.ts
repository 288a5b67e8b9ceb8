// How what runs without TypeScript is built, and the command line among it; `npm run build` writes dist/, tests build one of their own.
import type { BuildOptions } from 'esbuild';
import { markdownBinding } from './markdownBinding.ts';
import { root } from './paths.ts';

const production = process.argv.includes('--production');

export const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node22.15',
  charset: 'utf8',
  legalComments: 'linked',
  logLevel: 'warning',
  sourcemap: production ? false : 'linked',
  // Literals of regular expressions stay literals: esbuild does not know that Node has all of \p{…}, and would make each anew when it is used.
  supported: { 'regexp-unicode-property-escapes': true, 'regexp-lookbehind-assertions': true },
  minifySyntax: true,
  minifyWhitespace: production,
};

// CommonJS libraries inside an ES module call `require` for Node's own modules.
const requireInModules = {
  js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
};

/** An ES module with what it imports. */
export const modules: BuildOptions = {
  ...common,
  format: 'esm',
  outdir: 'dist',
  banner: requireInModules,
  plugins: [markdownBinding],
};

/** `docket`: a small entry, every command and its libraries in a chunk of its own. */
export const commandLine: BuildOptions = {
  ...modules,
  entryPoints: { cli: 'cli/docket.ts' },
  splitting: true,
  chunkNames: 'cli/[name]-[hash]',
};
