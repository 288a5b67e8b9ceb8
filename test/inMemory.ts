/** A project held in memory, for tests: path → text or bytes. */
import { asPath, type Path } from '../engine/base/text.ts';
import { Session } from '../engine/session/session.ts';
import type { FileContent, FileSource } from '../engine/workspace/files.ts';
import type { RepositoryFacts } from '../engine/workspace/repositoryFacts.ts';

export type Texts = Readonly<Record<string, string | Uint8Array>>;

export function sourceOf(files: Texts): FileSource {
  return { list: () => Object.keys(files).map(asPath), read: path => contentOf(files[path]) };
}

export function contentOf(file: string | Uint8Array | undefined): FileContent {
  if (file === undefined) return { state: 'absent' };
  return typeof file === 'string' ? { state: 'text', text: file } : { state: 'bytes', bytes: file };
}

export function open(files: Texts, asOf = '2026-11-22', repository?: RepositoryFacts): Session {
  return Session.open(sourceOf(files), { asOf, repository: () => repository });
}

/** `«…»` marks places: the texts without the marks, and what they enclosed. */
export function unmark(files: Readonly<Record<string, string>>): {
  readonly files: Readonly<Record<string, string>>;
  readonly marks: readonly string[];
} {
  const clean: Record<string, string> = {};
  const marks: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    let out = '';
    let start: string | undefined;
    for (const letter of text) {
      if (letter === '«') start = placeAfter(out);
      else if (letter === '»') marks.push(`${path}:${start}-${placeAfter(out)}`);
      else out += letter;
    }
    clean[path] = out;
  }
  return { files: clean, marks: marks.sort() };
}

/** Line and column after a text, from one. */
function placeAfter(text: string): string {
  const lines = text.split('\n');
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}

export function placeText(
  path: Path,
  { start, end }: { start: { line: number; character: number }; end: { line: number; character: number } },
): string {
  return `${path}:${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
}
