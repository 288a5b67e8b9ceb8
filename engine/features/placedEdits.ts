/**
 * The edits of a fix at its place: in the frontmatter of a document, in docket.yml, or in the table row that the place
 * names. Each function returns no edit when the text does not allow it.
 */
import { ALL, type Get } from '../base/queries.ts';
import type { TextEdit } from '../base/text.ts';
import { modelled } from '../model/read/modelled.ts';
import type { KeyPlace, SectionPlace, ValuePlace } from '../model/place.ts';
import { catalogue, CONFIG_PATH, config, configFields } from '../model/config/projectConfig.ts';
import { decode } from '../workspace/decode.ts';
import { fileContent } from '../workspace/files.ts';
import { sectionInRow, setInRow, setInTable } from '../writing/rowEdits.ts';
import { frontmatterBlock, type Refusal, wholeBlock, type YamlBlock } from '../writing/yamlBlock.ts';
import { renameIn, setIn } from '../writing/yamlEdits.ts';
import { addSection } from './addSection.ts';

/** The edits that set the value at a place. */
export function valueSet(get: Get, { path, row, pointer }: ValuePlace, value: unknown): readonly TextEdit[] {
  if (row !== undefined) return made(setInRow(get(modelled, path), row, pointer, value, get(catalogue, ALL)));
  const block = blockAt(get, path);
  if (block === undefined) return [];
  const inTable =
    path === CONFIG_PATH || block.fields === undefined
      ? undefined
      : setInTable(get(modelled, path), block.fields, pointer, value);
  return made(inTable ?? setIn(block, pointer, value));
}

/** The edits that rename a key. None for a row of a journal: its column serves all rows and keeps its name. */
export function keyRenamed(get: Get, { path, row, pointer }: KeyPlace, to: string): readonly TextEdit[] {
  const block = row === undefined ? blockAt(get, path) : undefined;
  return block === undefined ? [] : made(renameIn(block, pointer, to));
}

/** The edits that add a section with a text, or fill it when it is empty. */
export function sectionAdded(get: Get, { path, row, section }: SectionPlace, text: string): readonly TextEdit[] {
  const page = get(modelled, path);
  if (row !== undefined) return made(sectionInRow(page, row, section, text, get(catalogue, ALL)));
  const edit = addSection(page, section, text, get(config, ALL).language);
  return edit === undefined ? [] : [edit];
}

function blockAt(get: Get, path: ValuePlace['path']): YamlBlock | undefined {
  const { text } = decode(get(fileContent, path));
  if (path === CONFIG_PATH) return wholeBlock(text, configFields);
  return frontmatterBlock(text, get(modelled, path).kind?.fields);
}

function made(edit: TextEdit | readonly TextEdit[] | Refusal): readonly TextEdit[] {
  if ('refused' in edit) return [];
  return 'span' in edit ? [edit] : edit;
}
