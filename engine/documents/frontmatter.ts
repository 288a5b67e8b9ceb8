/**
 * The frontmatter: the YAML block between the `---` lines at the top of a file. Of a block that does not parse, the
 * lines that do are kept.
 */
import type { Span } from '../base/text.ts';
import type { Problem, YamlMap, YamlPair } from './document.ts';
import { parseYaml } from './yaml.ts';

/**
 * In UTF-16 code units. The frontmatter of a record has some twenty lines; a much larger block is a mistake or an
 * attack, and is not parsed.
 */
const LONGEST = 64_000;

/** The frontmatter of a file. */
interface Frontmatter {
  readonly root: YamlMap | undefined;
  readonly head: Span;
  /** Offset at which the Markdown begins. */
  readonly bodyStart: number;
  readonly problems: readonly Problem[];
}

/**
 * Reads the frontmatter of a whole file. Never throws: what is wrong is in `problems`. Without a frontmatter `root` is
 * undefined.
 */
export function readFrontmatter(text: string): Frontmatter {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const first = lineAt(text, start);
  if (!/^---[\w-]*[ \t]*$/.test(first) || first.startsWith('----')) return without(start, start, []);
  const head = { start, end: start + first.length };
  if (first.trimEnd() !== '---')
    return without(start, head.end, [problem('frontmatter-not-yaml', first.trim(), head)], head);
  const yamlStart = start + first.length + newlineAt(text, start + first.length);
  const close = closingLine(text, yamlStart);
  if (close === undefined) return without(start, head.end, [problem('frontmatter-open', '', head)], head);
  return readBlock(text, yamlStart, close, { start, end: close.end });
}

function readBlock(text: string, from: number, close: Span, head: Span): Frontmatter {
  const bodyStart = close.end + newlineAt(text, close.end);
  const yaml = text.slice(from, close.start);
  if (yaml.length > LONGEST) {
    return {
      root: undefined,
      head,
      bodyStart,
      problems: [problem('frontmatter-too-large', String(yaml.length), head)],
    };
  }
  const { root, problems } = parseYaml(yaml, from);
  if (root?.sort === 'map') return { root, head, bodyStart, problems };
  if (root === undefined && problems.length > 0) return { root: salvage(yaml, from), head, bodyStart, problems };
  const empty: YamlMap = { sort: 'map', pairs: [], span: { start: from, end: from } };
  if (root === undefined) return { root: empty, head, bodyStart, problems };
  return {
    root: empty,
    head,
    bodyStart,
    problems: [...problems, problem('frontmatter-not-a-map', root.sort, root.span)],
  };
}

/**
 * The `key: value` lines that can be read in a block that does not parse, so that other documents still find its id.
 */
function salvage(yaml: string, offset: number): YamlMap {
  const pairs: YamlPair[] = [];
  const seen = new Set<string>();
  let start = offset;
  for (const line of yaml.split('\n')) {
    const match = /^([\w\u4e00-\u9fff-]+):[ \t]*(\S.*?)\s*$/.exec(line);
    const parsed = match && !seen.has(match[1] ?? '') ? parseYaml(line, start) : undefined;
    if (parsed?.root?.sort === 'map' && parsed.problems.length === 0) pairs.push(...parsed.root.pairs);
    if (match) seen.add(match[1] ?? '');
    start += line.length + 1;
  }
  return { sort: 'map', pairs, span: { start: offset, end: offset + yaml.length } };
}

function closingLine(text: string, from: number): Span | undefined {
  for (let at = from; at <= text.length; ) {
    const line = lineAt(text, at);
    if (line.trimEnd() === '---') return { start: at, end: at + line.length };
    const step = newlineAt(text, at + line.length);
    if (step === 0) return undefined;
    at += line.length + step;
  }
  return undefined;
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  const line = text.slice(at, end === -1 ? text.length : end);
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function newlineAt(text: string, at: number): number {
  if (text[at] === '\r' && text[at + 1] === '\n') return 2;
  return text[at] === '\n' ? 1 : 0;
}

function without(start: number, bodyStart: number, problems: readonly Problem[], head?: Span): Frontmatter {
  return { root: undefined, head: head ?? { start, end: start }, bodyStart, problems };
}

function problem(code: Problem['code'], detail: string, span: Span): Problem {
  return { code, detail, span };
}
