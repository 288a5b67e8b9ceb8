/**
 * A fix as it would be carried out on the texts as they are now.
 *
 * In: a fix, which names places. Out: edits by file, or whole files; a face shows and applies them. An edit whose place is
 * gone is left out.
 */
import { ALL, type Get } from '../base/queries.ts';
import type { Path, TextEdit } from '../base/text.ts';
import { modelled } from '../model/modelled.ts';
import { config } from '../model/project.ts';
import { spanOf } from '../rules/place.ts';
import type { Fix, FixEdit } from '../rules/rule.ts';
import { decode } from '../workspace/decode.ts';
import { fileContent } from '../workspace/files.ts';
import { addSection } from './addSection.ts';
import { renameKey, setValue } from './editFrontmatter.ts';
import { freeze, thaw } from './freezing.ts';

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
    const path = 'at' in edit ? edit.at.path : edit.path;
    const found = textEdit(get, edit, path);
    if (found) edits.set(path, [...(edits.get(path) ?? []), found]);
  }
  return [...whole, ...[...edits].map(([path, list]) => ({ path, edits: list }))];
}

type EditWithin = Exclude<FixEdit, { readonly do: 'create' | 'write' }>;

function textEdit(get: Get, edit: EditWithin, path: Path): TextEdit | undefined {
  switch (edit.do) {
    case 'replace':
      return replacement(get, edit, path);
    case 'set':
      return setValue(get(modelled, path), edit.pointer, edit.value);
    case 'rename-key':
      return renameKey(get(modelled, path), edit.pointer, edit.to);
    case 'freeze':
      return freeze(get, edit.at);
    case 'thaw':
      return thaw(get, edit.at);
    case 'add-section':
      return addSection(get(modelled, path), edit.section, edit.text, get(config, ALL).language);
  }
}

/** In the line ends of the text. */
function replacement(get: Get, { at, text }: Extract<FixEdit, { readonly do: 'replace' }>, path: Path): TextEdit {
  const whole = textOf(get, path);
  const lines = whole.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
  return { span: at.span ?? spanOf(get, at, path, whole), text: lines };
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
