/** The frontmatter of a document: a new one, or new values in one that a person may have edited. */
import type { Words } from '../base/words.ts';
import { readFrontmatter } from '../documents/frontmatter.ts';
import type { Fields } from '../model/kinds/kinds.ts';
import { pairLines } from './yamlAdded.ts';
import { frontmatterBlock, type Refusal, UNREADABLE } from './yamlBlock.ts';
import { setIn } from './yamlEdits.ts';

/** A value by its English key; a comment stands where a person is to type the value. */
export type Line =
  | readonly [key: string, value: unknown]
  | { readonly key: string; readonly ask: string }
  | { readonly key: string; readonly lines: readonly Line[] };

/** With both `---` lines and the line end behind the second. */
export function frontmatterText(lines: readonly Line[]): string {
  return `---\n${yamlLines(lines).join('\n')}\n---\n`;
}

/** One text line or more for each key, without line ends. */
export function yamlLines(lines: readonly Line[], indent = ''): readonly string[] {
  return lines.flatMap(line => {
    if (!('key' in line)) return [pairLines(line[0], line[1], indent, '\n')];
    if ('ask' in line) return [`${indent}${line.key}: # ${line.ask}`];
    return [`${indent}${line.key}:`, ...yamlLines(line.lines, `${indent}  `)];
  });
}

/** Generated text in the line ends of the file it goes to. */
export function inLineEndsOf(existing: string | undefined, text: string): string {
  return existing?.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
}

/** The frontmatter with its `---` lines, and the rest. */
export function splitHead(text: string): { readonly head: string; readonly body: string } {
  const { head, bodyStart, problems } = readFrontmatter(text);
  const isClosed =
    head.end > head.start &&
    !problems.some(({ code }) => code === 'frontmatter-open' || code === 'frontmatter-not-yaml');
  return isClosed ? { head: text.slice(0, bodyStart), body: text.slice(bodyStart) } : { head: '', body: text };
}

/**
 * The text with these values in its frontmatter, by English key: each where its key stands, under the name the user wrote;
 * keys that are not there are added behind the others.
 */
export function withValues(
  text: string,
  values: ReadonlyMap<string, unknown>,
  fields: Fields | undefined,
): { readonly text: string } | Refusal {
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

/** A file that is not written, with the sentence that says why. */
export interface Unwritten {
  readonly unwritten: Words;
}

export function unwritten(path: string, { refused }: Refusal): Unwritten {
  return { unwritten: { zh: `${path} 没有写入：${refused.zh}。`, en: `${path} is not written: ${refused.en}.` } };
}
