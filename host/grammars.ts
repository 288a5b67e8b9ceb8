/**
 * Grammars for syntax trees, from beside the bundle, or from the installed packages. The parser itself starts when this module is
 * loaded; each grammar is read when the first symbol of its language is asked for, once in a process (some 5 to 15 ms).
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Language, type ParseState, Parser, type Tree } from 'web-tree-sitter';
import {
  GrammarUnreadable,
  giveGrammars,
  LANGUAGES,
  type Parse,
  ParserFailed,
  type SyntaxNode,
} from '../engine/session/languages.ts';
import { reasonOf } from './hostError.ts';

/** Of WebAssembly, which the types of Node leave out: a module compiled at once, as a grammar is asked for in the middle of an answer. */
const { Module } = (
  globalThis as unknown as { readonly WebAssembly: { readonly Module: new (bytes: Uint8Array) => object } }
).WebAssembly;

export const PARSER_FILE = 'web-tree-sitter.wasm';

/** Names of the files of all grammars that the table of languages asks for. */
export const GRAMMAR_FILES: readonly string[] = [
  ...new Set(LANGUAGES.flatMap(({ grammar }) => (grammar === undefined ? [] : [fileOf(grammar)]))),
];

const started = await start();

/** Undefined once the parser runs, else why it does not: what needs no symbols works without. */
async function start(): Promise<unknown> {
  try {
    await Parser.init({ locateFile: () => placeOf(PARSER_FILE) });
    return undefined;
  } catch (error) {
    return error;
  }
}

giveGrammars(grammarOf);

/**
 * A text is given up when the parser has taken more steps (of a hundred operations) than these for the bytes it got past: `a<a<a<…` would
 * fill the memory. The costliest C++ header measured takes some seven tenths of that. Steps and not time are counted, so that every machine says the same.
 */
const STEPS_AHEAD = 200;
const BYTES_A_STEP = 64;

const known = new Map<string, Parse>();

/**
 * The parser of a grammar.
 *
 * @throws GrammarUnreadable where its file, or that of the parser, is missing or broken.
 */
export function grammarOf(grammar: string): Parse {
  let parse = known.get(grammar);
  if (parse === undefined) known.set(grammar, (parse = loaded(grammar)));
  return parse;
}

function loaded(grammar: string): Parse {
  if (started !== undefined) throw unreadable(PARSER_FILE, started);
  const file = fileOf(grammar);
  try {
    return parseWith(Language.loadSync(new Module(readFileSync(placeOf(file)))));
  } catch (error) {
    throw unreadable(file, error);
  }
}

function parseWith(language: Language): Parse {
  let parser: Parser | undefined;
  return (text, read) => {
    const tree = attempted(() => {
      if (parser === undefined) (parser = new Parser()).setLanguage(language);
      return parser.parse(text, null, { progressCallback: budget() });
    });
    if (tree !== null) return used(tree, read);
    // What it holds of a text that was given up is let go with it.
    parser?.delete();
    parser = undefined;
    return undefined;
  };
}

/** Says true once the parser has taken more steps than it may. */
function budget(): (state: ParseState) => boolean {
  let steps = 0;
  return ({ currentOffset }) => (steps += 1) > STEPS_AHEAD + currentOffset / BYTES_A_STEP;
}

/** All languages share one memory: after a failure what the parser says could be anything, so it is not asked again. */
let failure: ParserFailed | undefined;

function attempted(parse: () => Tree | null): Tree | null {
  if (failure !== undefined) throw failure;
  try {
    return parse();
  } catch (error) {
    throw (failure = new ParserFailed(reasonOf(error), { cause: error }));
  }
}

function used<T>(tree: Tree, read: (root: SyntaxNode) => T): T {
  try {
    return read(tree.rootNode);
  } finally {
    tree.delete();
  }
}

function unreadable(file: string, error: unknown): GrammarUnreadable {
  const says = {
    zh: `读不了语法文件 ${file}（${reasonOf(error)}），无法认出源代码中的类和函数；请重新安装 Docket。`,
    en: `Cannot read the grammar file ${file} (${reasonOf(error)}), so classes and functions in source code cannot be told: install Docket again.`,
  };
  return new GrammarUnreadable(says, error);
}

function fileOf(grammar: string): string {
  return `tree-sitter-${grammar}.wasm`;
}

/** Beside the bundle or the chunk of it that runs, else where npm put it. */
function placeOf(file: string): string {
  const beside = ['./grammars/', '../grammars/'].map(folder => fileURLToPath(new URL(folder + file, import.meta.url)));
  const require = createRequire(import.meta.url);
  return (
    beside.find(existsSync) ??
    require.resolve(file === PARSER_FILE ? `web-tree-sitter/${file}` : `@vscode/tree-sitter-wasm/wasm/${file}`)
  );
}
