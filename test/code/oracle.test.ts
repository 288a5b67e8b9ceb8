/** Over files that people wrote for other ends: the lexer and the parsers of other people find the same comments. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import type { Source } from '../../engine/code/source.ts';
import { sourceOfContent } from '../../engine/code/sourceOf.ts';
import type { SyntaxNode } from '../../engine/code/symbols/syntax.ts';
import { languageNamed } from '../../engine/code/languages/table.ts';
import { grammarOf } from '../../host/grammars.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A folder, what to read in it, and how many files there are at least, so that the test does not come to read nothing. */
const PLACES: readonly (readonly [folder: string, pattern: RegExp, least: number])[] = [
  ['engine', /\.ts$/, 300],
  ['test', /\.ts$/, 50],
  ['samples/zzgl/files', /\.java$/, 40],
  ['node_modules/commander', /\.js$/, 5],
  ['node_modules/yaml', /\.(?:js|d\.ts)$/, 100],
  ['node_modules/ajv/lib', /\.ts$/, 100],
  ['node_modules/fast-check/lib', /\.js$/, 2],
  ['node_modules/mocha/lib', /\.m?js$/, 20],
];

describe.each(PLACES)('%s', (folder, pattern, least) => {
  const files = filesIn(folder, pattern);

  test('there are files', () => {
    expect(files.length).toBeGreaterThanOrEqual(least);
  });

  test('comments', () => {
    for (const file of files) {
      const source = read(file);
      if (source === undefined) continue;
      const { grammar } = languageNamed(source.language) ?? {};
      const theirs =
        grammar && grammarOf(grammar)(source.text, root => (root.hasError ? undefined : commentsIn(source.text, root)));
      const ours = source.comments.map(({ span }) => said(source.text, span.start, span.end));
      expect(ours, file).toEqual(theirs ?? ours);
    }
  });
});

function filesIn(folder: string, pattern: RegExp): readonly string[] {
  const from = path.join(ROOT, folder);
  if (!existsSync(from)) return [];
  return readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter(file => pattern.test(file) && !/generated|node_modules/.test(file))
    .map(file => path.join(from, file));
}

function read(file: string): Source | undefined {
  return sourceOfContent(asPath(file), { state: 'bytes', bytes: readFileSync(file) });
}

function commentsIn(text: string, node: SyntaxNode): readonly string[] {
  if (/^(?:line_|block_|html_)?comment$/.test(node.type)) return [said(text, node.startIndex, node.endIndex)];
  return node.children.flatMap(child => (child === null ? [] : commentsIn(text, child)));
}

/** Where it begins, and what it says; a carriage return at its end is none of it. */
function said(text: string, start: number, end: number): string {
  return `${start} ${text.slice(start, end).trimEnd()}`;
}
