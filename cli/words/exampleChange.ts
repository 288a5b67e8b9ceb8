/** How the files of an example about a change came about: line by line against what they were, as `git diff` shows it. */
import { diffArrays } from 'diff';
import type { ExampleChange, Words } from '../../engine/session/types.ts';

interface ExampleLine {
  readonly sign: ' ' | '+' | '-';
  readonly text: string;
}

/** Undefined where the change left the file alone. `after` keeps its marks `«»`; undefined when the file is gone. */
export function changedLines(
  path: string,
  after: string | undefined,
  { before }: ExampleChange,
): readonly ExampleLine[] | undefined {
  if (before !== undefined && !(path in before)) return undefined;
  const marked = linesOf(after ?? '');
  let at = 0;
  return diffArrays(
    linesOf(before?.[path] ?? ''),
    marked.map(line => line.replace(/[«»]/g, '')),
  ).flatMap(({ value, added, removed }): readonly ExampleLine[] => {
    if (removed) return value.map(text => ({ sign: '-', text }));
    const lines = marked.slice(at, (at += value.length));
    return lines.map(text => ({ sign: added ? '+' : ' ', text }));
  });
}

/** The files that the change took away. */
export function goneFrom(files: Readonly<Record<string, string>>, { before = {} }: ExampleChange): readonly string[] {
  return Object.keys(before).filter(path => before[path] !== null && !(path in files));
}

/** Who committed it, when and with what words, as far as the example says. */
export function commitLines({
  message,
  author,
  at,
  tags = [],
}: ExampleChange): readonly (readonly [label: Words, what: string])[] {
  return [
    [{ zh: '提交说明', en: 'message' }, message?.trim().split(/\n+/).join(' · ')] as const,
    [{ zh: '作者', en: 'author' }, author] as const,
    [{ zh: '时间', en: 'time' }, at?.slice(0, 16).replace('T', ' ')] as const,
    [{ zh: '所在标签', en: 'in tags' }, tags.join(', ')] as const,
  ].flatMap(([label, what]) => (what ? [[label, what] as const] : []));
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
