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
import { frontmatterBlock, type EditRefusal, wholeBlock, type YamlBlock } from '../writing/yamlBlock.ts';
import { renameIn, setIn } from '../writing/yamlEdits.ts';
import { addSection } from './addSection.ts';

/** The edits of one text, or why there are none. */
export type Placed = readonly TextEdit[] | EditRefusal;

/** Sets a value of a record or of docket.yml. */
export function valueSet(get: Get, { path, row, pointer }: ValuePlace, value: unknown): Placed {
  if (row !== undefined) return made(setInRow(get(modelled, path), row, pointer, value, get(catalogue, ALL)));
  const block = blockAt(get, path);
  if (block === undefined) return NO_FRONTMATTER;
  const inTable =
    path === CONFIG_PATH || block.fields === undefined
      ? undefined
      : setInTable(get(modelled, path), block.fields, pointer, value);
  return made(inTable ?? setIn(block, pointer, value));
}

/** Renames a key. A column of a journal is the key of all its rows and keeps its name. */
export function keyRenamed(get: Get, { path, row, pointer }: KeyPlace, to: string): Placed {
  if (row !== undefined) return COLUMN_OF_ALL;
  const block = blockAt(get, path);
  return block === undefined ? NO_FRONTMATTER : made(renameIn(block, pointer, to));
}

/** Adds a section to a document, or fills the cell that a row has for it. */
export function sectionAdded(get: Get, { path, row, section }: SectionPlace, text: string): Placed {
  const page = get(modelled, path);
  if (row !== undefined) return made(sectionInRow(page, row, section, text, get(catalogue, ALL)));
  const edit = addSection(page, section, text, get(config, ALL).language);
  return edit === undefined ? SECTION_FULL : [edit];
}

function blockAt(get: Get, path: ValuePlace['path']): YamlBlock | undefined {
  const { text } = decode(get(fileContent, path));
  if (path === CONFIG_PATH) return wholeBlock(text, configFields);
  return frontmatterBlock(text, get(modelled, path).kind?.fields);
}

const NO_FRONTMATTER: EditRefusal = {
  refused: { zh: '文件没有可以改写的文件头', en: 'the file has no frontmatter that can be written' },
};
const COLUMN_OF_ALL: EditRefusal = {
  refused: { zh: '登记簿的列名属于所有行', en: 'the name of a column belongs to all rows of the journal' },
};
const SECTION_FULL: EditRefusal = {
  refused: {
    zh: '文档中没有地方写这一节，或这一节已有内容',
    en: 'the document has no place for the section, or the section has content already',
  },
};

function made(edit: TextEdit | readonly TextEdit[] | EditRefusal): Placed {
  if ('refused' in edit) return edit;
  return 'span' in edit ? [edit] : edit;
}
