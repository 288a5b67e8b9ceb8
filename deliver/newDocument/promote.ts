/**
 * A row of a journal → a file of its own. The identifier stays, so every link and every rule goes on as before; the row goes.
 *
 * Invariant: nothing a row says is lost. A column no field, section or relation is named after becomes a section.
 */
import { editing, type Plan } from '../../engine/base/plan.ts';
import { asPath } from '../../engine/base/text.ts';
import type { Language, Words } from '../../engine/base/words.ts';
import type { Cell, Document, Table } from '../../engine/documents/document.ts';
import type { Catalogue, Kind } from '../../engine/model/kinds/kinds.ts';
import { modelled, type PlacedEntry } from '../../engine/model/read/modelled.ts';
import { columnNamed } from '../../engine/model/read/journalRows.ts';
import type { Project } from '../../engine/rules/project.ts';
import { frontmatterText, type Line } from '../../engine/writing/frontmatter.ts';
import { pathOf } from './identifier.ts';

/** The new file, then the journal without the row: should the second fail, the record is there twice, which a check tells, and never lost. */
type Promoted = { readonly plan: Plan } | { readonly refused: Words };

/** The plan that gives a row a file of its own, or why it cannot be made. */
export function promotionOf(project: Project, id: string): Promoted {
  const entry = project.find(id)?.entry;
  if (entry === undefined) return { refused: { zh: `没有单据 ${id}。`, en: `There is no record ${id}.` } };
  const page = project.get(modelled, entry.path);
  const placed = page.entries.find(({ entry: other }) => other.id === id && other.row === entry.row);
  const span = placed?.normalised.places.get('')?.span;
  const row = page.document.tables
    .flatMap(table => table.rows.map(cells => ({ table, cells })))
    .find(({ cells }) => cells.span.start === span?.start);
  if (entry.row === undefined || placed === undefined || row === undefined) {
    return {
      refused: {
        zh: `${id} 已是单独的文件 ${entry.path}，不必转出。`,
        en: `${id} is a file of its own already: ${entry.path}.`,
      },
    };
  }
  const path = pathOf(placed.kind.folder ?? folderOf(entry.path), id, project.asOf.slice(0, 10));
  if (project.exists(path))
    return { refused: { zh: `${path} 已经存在，请先处理。`, en: `${path} exists: see to it first.` } };
  const text = fileText(placed, page.document, row.table, row.cells.cells, project.catalogue, project.config.language);
  const removal = { span: wholeLine(page.document.text, row.cells.span.start), text: '' };
  return {
    plan: [{ path: asPath(path), before: undefined, after: text }, editing(entry.path, page.document.text, [removal])],
  };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function fileText(
  placed: PlacedEntry,
  document: Document,
  table: Table,
  cells: readonly Cell[],
  catalogue: Catalogue,
  language: Language,
): string {
  const { entry, kind } = placed;
  const head: readonly Line[] = [['id', entry.id], ['type', kind.key], ...valueLines(placed)];
  const sections = sectionTexts(kind, table, cells, catalogue, language);
  const title = String(entry.data['title'] ?? entry.id);
  const text = `${frontmatterText(head)}\n# ${title}\n${sections.map(section => `\n${section}\n`).join('')}`;
  return document.text.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

/** What the row says itself, and what the journal says for all its rows; not what is computed from them. */
const SHARED = new Set(['system', 'author', 'created']);
const IN_HEADING = new Set(['id', 'type', 'title', 'links']);

function valueLines({ kind, normalised: { data, places } }: PlacedEntry): readonly Line[] {
  const said = [...kind.fields.byKey.keys()].filter(
    key => data[key] !== undefined && !IN_HEADING.has(key) && (places.has(`/${key}`) || SHARED.has(key)),
  );
  const links: readonly Line[] = data['links'] === undefined ? [] : [['links', data['links']]];
  return [...said.map(key => [key, data[key]] as const), ...links];
}

function sectionTexts(
  kind: Kind,
  table: Table,
  cells: readonly Cell[],
  catalogue: Catalogue,
  language: Language,
): readonly string[] {
  const columns = table.header.map((cell, n) => ({
    name: cell.text,
    column: columnNamed(cell.text, kind, catalogue),
    text: cells[n]?.text ?? '',
  }));
  const known = kind.sections.flatMap(({ key, label }) =>
    columns.flatMap(({ column, text }) =>
      column !== undefined && 'section' in column && column.section === key && text !== ''
        ? [`## ${label[language]}\n\n${proseOf(text)}`]
        : [],
    ),
  );
  const others = columns
    .filter(({ column, text, name }) => column === undefined && text !== '' && name !== '')
    .map(({ name, text }) => `## ${name}\n\n${proseOf(text)}`);
  return [...known, ...others];
}

/** A cell cannot hold a bar or a line break as such. */
function proseOf(cell: string): string {
  return cell.replaceAll('\\|', '|').replace(/<br\s*\/?>/g, '\n\n');
}

function wholeLine(text: string, at: number): { readonly start: number; readonly end: number } {
  const end = text.indexOf('\n', at);
  return { start: text.lastIndexOf('\n', at - 1) + 1, end: end === -1 ? text.length : end + 1 };
}
