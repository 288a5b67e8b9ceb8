/**
 * Grammars for syntax trees, loaded from the installed packages, or from beside the bundle where there are none. A grammar that
 * cannot be loaded is left out: symbols are then found by tokens.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Grammars, Parse } from '../engine/session/languages.ts';

/** By name of the language in the table, the name of its file. */
export const GRAMMAR_FILES: Readonly<Record<string, string>> = {
  java: 'tree-sitter-java.wasm',
  typescript: 'tree-sitter-typescript.wasm',
  tsx: 'tree-sitter-tsx.wasm',
  javascript: 'tree-sitter-javascript.wasm',
  python: 'tree-sitter-python.wasm',
  go: 'tree-sitter-go.wasm',
  csharp: 'tree-sitter-c-sharp.wasm',
  php: 'tree-sitter-php.wasm',
  cpp: 'tree-sitter-cpp.wasm',
  rust: 'tree-sitter-rust.wasm',
};

export const PARSER_FILE = 'web-tree-sitter.wasm';

/** For those of the languages there is a grammar for. */
export async function loadGrammars(languages: Iterable<string>): Promise<Grammars> {
  const wanted = [...new Set(languages)].filter(language => language in GRAMMAR_FILES);
  const loaded = await Promise.all(wanted.map(async language => [language, await load(language)] as const));
  return Object.fromEntries(loaded.flatMap(([language, parse]) => (parse === undefined ? [] : [[language, parse]])));
}

const known = new Map<string, Promise<Parse | undefined>>();

/** Each once in a process: a grammar takes tens of milliseconds. */
function load(language: string): Promise<Parse | undefined> {
  let parse = known.get(language);
  if (parse === undefined) known.set(language, (parse = parseWith(GRAMMAR_FILES[language] ?? '').catch(() => undefined)));
  return parse;
}

async function parseWith(file: string): Promise<Parse> {
  const { Language, Parser } = await library();
  const parser = new Parser();
  parser.setLanguage(await Language.load(placeOf(file)));
  return (text, read) => {
    const tree = parser.parse(text);
    try {
      return tree ? read(tree.rootNode) : undefined;
    } finally {
      tree?.delete();
    }
  };
}

let started: Promise<void> | undefined;

/** Loaded when somebody asks for a grammar. */
async function library() {
  const { Language, Parser } = await import('web-tree-sitter');
  await (started ??= Parser.init({ locateFile: () => placeOf(PARSER_FILE) }));
  return { Language, Parser };
}

/** Beside the bundle or the chunk of it that runs, else where npm put it. */
function placeOf(file: string): string {
  const beside = ['./grammars/', '../grammars/'].map(folder => fileURLToPath(new URL(folder + file, import.meta.url)));
  const require = createRequire(import.meta.url);
  return beside.find(existsSync) ?? require.resolve(file === PARSER_FILE ? `web-tree-sitter/${file}` : `@vscode/tree-sitter-wasm/wasm/${file}`);
}
