// The Markdown parser is a JavaScript wrapper that must match its binary to the version. The wrapper is bundled;
// the binary is looked for where npm put it, seen from the parser's own package (a strict package manager hides it
// from ours). Where there is none, as inside the .vsix, the WebAssembly build beside the bundle is taken.
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

export const markdownBinding: Plugin = {
  name: 'markdown-binding',
  setup(build) {
    build.onLoad({ filter: /[\\/]satteri[\\/]index\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = replaceOnce(
        replaceOnce(
          source,
          'const require = createRequire(import.meta.url)',
          `${FROM_PARSER}\nconst require = parserRequire()`,
        ),
        "require('./satteri_napi.wasi.cjs')",
        "createRequire(import.meta.url)('./wasm/satteri.cjs')",
      );
      return { contents, loader: 'js' };
    });
  },
};

const FROM_PARSER = `
function parserRequire() {
  const here = createRequire(import.meta.url)
  try { return createRequire(here.resolve('satteri')) } catch { return here }
}`;

function replaceOnce(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`the Markdown parser's loader has changed: no single ${from}`);
  return text.replace(from, () => to);
}
