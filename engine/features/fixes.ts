/**
 * Turns a fix into edits of the current texts.
 *
 * In: a fix, which names places. Out: a plan, which a face shows and a host writes. Edits whose place does not exist
 * any more are returned beside it.
 */
import type { Get } from '../base/queries.ts';
import { editing, type FilePlan, type Plan } from '../base/plan.ts';
import type { Path, TextEdit } from '../base/text.ts';
import type { Words } from '../base/words.ts';
import type { Fix, FixEdit } from '../rules/rule.ts';
import { decode } from '../workspace/decode.ts';
import { fileContent } from '../workspace/files.ts';
import { freeze, thaw } from './freezing.ts';
import { keyRenamed, type Placed, sectionAdded, valueSet } from './placedEdits.ts';

/** A fix applied to the current texts. */
export interface FixPlan {
  /** Edits of existing files, by path. */
  readonly edits: ReadonlyMap<Path, readonly TextEdit[]>;
  /** Files that are created or replaced as a whole. */
  readonly whole: Plan;
  /** Edits whose place does not exist any more. */
  readonly gone: readonly FixEdit[];
  /** Why they are not made: parts of sentences, without a full stop. */
  readonly reasons: readonly Words[];
}

/** The edits of a fix, file by file, with their spans in the current texts. */
export function fixPlanOf(get: Get, fix: Fix): FixPlan {
  const whole: FilePlan[] = [];
  const edits = new Map<Path, TextEdit[]>();
  const gone: FixEdit[] = [];
  const reasons: Words[] = [];
  for (const edit of fix.edits) {
    if (edit.do === 'create' || edit.do === 'write') {
      whole.push({
        path: edit.path,
        before: edit.do === 'create' ? undefined : present(get, edit.path),
        after: edit.text,
      });
      continue;
    }
    const { path } = edit.at;
    const found = textEdits(get, edit);
    if (!('refused' in found) && found.length > 0) edits.set(path, [...(edits.get(path) ?? []), ...found]);
    else {
      gone.push(edit);
      reasons.push('refused' in found ? found.refused : PLACE_GONE);
    }
  }
  return { edits, whole, gone, reasons };
}

const PLACE_GONE: Words = { zh: '要改的地方不在了，或已经是这样', en: 'the place is gone, or says this already' };

/** The same as a plan, and what of the fix is not in it. */
export function planOfFix(get: Get, fix: Fix): { readonly plan: Plan; readonly gone: readonly FixEdit[] } {
  const { edits, whole, gone } = fixPlanOf(get, fix);
  return { plan: [...whole, ...[...edits].map(([path, list]) => editing(path, textOf(get, path), list))], gone };
}

/** The text of a file; undefined where there is none. */
function present(get: Get, path: Path): string | undefined {
  const content = get(fileContent, path);
  return content.state === 'absent' ? undefined : decode(content).text;
}

type EditWithin = Exclude<FixEdit, { readonly do: 'create' | 'write' }>;

function textEdits(get: Get, edit: EditWithin): Placed {
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

/** A replacement uses the line ends of the file it changes. */
function replacement(get: Get, { at, text }: Extract<FixEdit, { readonly do: 'replace' }>): TextEdit {
  const lines = textOf(get, at.path).includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
  return { span: at.span, text: lines };
}

const textOf = (get: Get, path: Path): string => decode(get(fileContent, path)).text;
