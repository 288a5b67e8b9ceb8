/**
 * A fix as it would be carried out on the texts as they are now.
 *
 * In: a fix, which names places. Out: edits by file, or whole files; a face shows and applies them. An edit whose place is
 * gone is left out.
 */
import type { Get } from '../base/queries.ts';
import type { Path, TextEdit } from '../base/text.ts';
import type { Fix, FixEdit } from '../rules/rule.ts';
import { decode } from '../workspace/decode.ts';
import { fileContent } from '../workspace/files.ts';
import { freeze, thaw } from './freezing.ts';
import { keyRenamed, sectionAdded, valueSet } from './placedEdits.ts';

/** What becomes of one file. */
export type FileEdit =
  | { readonly path: Path; readonly edits: readonly TextEdit[] }
  /** The whole text: of a new file, or of one that is written anew. */
  | { readonly path: Path; readonly text: string; readonly isNew: boolean };

export function fileEditsOf(get: Get, fix: Fix): readonly FileEdit[] {
  const whole: FileEdit[] = [];
  const edits = new Map<Path, TextEdit[]>();
  for (const edit of fix.edits) {
    if (edit.do === 'create' || edit.do === 'write') {
      whole.push({ path: edit.path, text: edit.text, isNew: edit.do === 'create' });
      continue;
    }
    const { path } = edit.at;
    const found = textEdits(get, edit);
    if (found.length > 0) edits.set(path, [...(edits.get(path) ?? []), ...found]);
  }
  return [...whole, ...[...edits].map(([path, list]) => ({ path, edits: list }))];
}

type EditWithin = Exclude<FixEdit, { readonly do: 'create' | 'write' }>;

function textEdits(get: Get, edit: EditWithin): readonly TextEdit[] {
  switch (edit.do) {
    case 'replace':
      return [replacement(get, edit)];
    case 'set':
      return valueSet(get, edit.at, edit.value);
    case 'rename-key':
      return keyRenamed(get, edit.at, edit.to);
    case 'freeze':
      return listOf(freeze(get, edit.at));
    case 'thaw':
      return listOf(thaw(get, edit.at));
    case 'add-section':
      return sectionAdded(get, edit.at, edit.text);
  }
}

const listOf = (edit: TextEdit | undefined): readonly TextEdit[] => (edit === undefined ? [] : [edit]);

/** In the line ends of the text. */
function replacement(get: Get, { at, text }: Extract<FixEdit, { readonly do: 'replace' }>): TextEdit {
  const lines = textOf(get, at.path).includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
  return { span: at.span, text: lines };
}

const textOf = (get: Get, path: Path): string => decode(get(fileContent, path)).text;

/** The text after its edits. Of edits that overlap the first is made. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  let out = '';
  let done = 0;
  for (const { span, text: insert } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < done) continue;
    out += text.slice(done, span.start) + insert;
    done = span.end;
  }
  return out + text.slice(done);
}
