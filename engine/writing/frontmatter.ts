/** Writes frontmatter: a new one, or new values in one that a person may have edited. */
import type { Words } from '../base/words.ts';
import { readFrontmatter } from '../documents/frontmatter.ts';
import type { Fields } from '../model/kinds/kinds.ts';
import { pairLines } from './yamlAdded.ts';
import { frontmatterBlock, type EditRefusal, UNREADABLE } from './yamlBlock.ts';
import { setIn } from './yamlEdits.ts';

/**
 * One line of a new frontmatter: a value by its English key; a comment where a person types the value; or a map of
 * further lines.
 */
export type Line =
  | readonly [key: string, value: unknown]
  | { readonly key: string; readonly ask: string }
  | { readonly key: string; readonly lines: readonly Line[] };

/** A new frontmatter with both `---` lines and a final line end (LF). */
export function frontmatterText(lines: readonly Line[]): string {
  return `---\n${yamlLines(lines).join('\n')}\n---\n`;
}

/** The YAML lines of some values, without line ends. Every line is indented by `indent`. */
function yamlLines(lines: readonly Line[], indent = ''): readonly string[] {
  return lines.flatMap(line => {
    if (!('key' in line)) return [pairLines(line[0], line[1], indent, '\n')];
    if ('ask' in line) return [`${indent}${line.key}: # ${line.ask}`];
    return [`${indent}${line.key}:`, ...yamlLines(line.lines, `${indent}  `)];
  });
}

/** Generated text with the line ends of the existing file: CRLF when it has any, else LF. */
export function inLineEndsOf(existing: string | undefined, text: string): string {
  return existing?.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
}

/** Splits a text into its frontmatter with both `---` lines and the rest. `head` is empty when there is none. */
export function splitHead(text: string): { readonly head: string; readonly body: string } {
  const { head, bodyStart, problems } = readFrontmatter(text);
  const isClosed =
    head.end > head.start &&
    !problems.some(({ code }) => code === 'frontmatter-open' || code === 'frontmatter-not-yaml');
  return isClosed ? { head: text.slice(0, bodyStart), body: text.slice(bodyStart) } : { head: '', body: text };
}

/**
 * Sets values in the frontmatter of a text, by English key. An existing key keeps its place and the name the user
 * wrote; a missing key is added at the end. Refused when the YAML does not allow it.
 */
export function withValues(
  text: string,
  values: ReadonlyMap<string, unknown>,
  fields: Fields | undefined,
): { readonly text: string } | EditRefusal {
  let after = text;
  for (const [key, value] of values) {
    const block = frontmatterBlock(after, fields);
    if (block === undefined) return UNREADABLE;
    const edit = setIn(block, `/${key}`, value);
    if ('refused' in edit) return edit;
    after = after.slice(0, edit.span.start) + edit.text + after.slice(edit.span.end);
  }
  return { text: after };
}

/** A file that is not written, and the sentence that gives the reason. */
export interface Unwritten {
  readonly unwritten: Words;
}

/** Makes a sentence about the file `path` from a refusal. */
export function unwritten(path: string, { refused }: EditRefusal): Unwritten {
  return { unwritten: { zh: `${path} 没有写入：${refused.zh}。`, en: `${path} is not written: ${refused.en}.` } };
}
