/** Finds the place an embed shows: a document, a section of it, an item, a row of a journal, or a cell of that row. */
import { ALL, type Get } from '../../base/queries.ts';
import type { Path, Span } from '../../base/text.ts';
import type { Section } from '../../documents/document.ts';
import { fold } from '../../model/kinds/compileFields.ts';
import { sectionKey, withoutNumber } from '../../model/read/headings.ts';
import { modelled, type Modelled } from '../../model/read/modelled.ts';
import { findHolder, outline } from '../../model/outline.ts';
import { documentPaths } from '../../model/config/projectConfig.ts';

/** What an embed names: `![[target#section]]`. */
export interface Embed {
  readonly target: string;
  readonly section?: string | undefined;
}

/** The file and the span of the text that an embed shows. */
export interface EmbeddedPlace {
  readonly path: Path;
  readonly span: Span;
}

/**
 * The place an embed shows; undefined when it leads nowhere. Of a document in several files, all chapters are searched.
 */
export function embeddedPlace(get: Get, { target, section }: Embed): EmbeddedPlace | undefined {
  const { entry, item } = findHolder(get, target) ?? {};
  const path = entry?.path ?? item?.path;
  if (path === undefined) return undefined;
  const page = get(modelled, path);
  if (entry?.row !== undefined) return placed(path, cellSpan(page, entry.row, section));
  const whole = item === undefined ? bodySpan(page) : itemSpan(page, item.id);
  if (section === undefined || whole === undefined) return placed(path, whole);
  return (
    placed(path, sectionSpan(page, section, whole)) ??
    (item === undefined ? inChapter(get, target, section) : undefined)
  );
}

function placed(path: Path, span: Span | undefined): EmbeddedPlace | undefined {
  return span && { path, span };
}

/** The span of a row of a journal, or of its cell for a section. */
function cellSpan({ entries }: Modelled, row: number, section: string | undefined): Span | undefined {
  const record = entries.find(({ entry }) => entry.row === row);
  const place = section === undefined ? '' : `#${sectionKey(section, record?.kind.sections ?? []) ?? section}`;
  return record?.normalised.places.get(place)?.span;
}

/** The span below the title. */
function bodySpan({ document: { sections, head, text } }: Modelled): Span {
  const title = sections[0]?.level === 1 ? sections[0] : undefined;
  return { start: title?.own.start ?? head.end, end: text.length };
}

/** The span of the text under the heading of the item, or of its row. */
function itemSpan({ document: { sections, tables }, items }: Modelled, id: string): Span | undefined {
  const start = items.find(item => item.id === id)?.span.start;
  const section = sections.find(({ titleSpan }) => titleSpan.start === start);
  if (section !== undefined) return below(section);
  const rows = tables.flatMap(table => table.rows);
  return rows.find(({ cells }) => cells[0]?.span.start === start)?.span;
}

/** The span of a section, by its heading or any name that the kind gives it. */
function sectionSpan({ document, specs }: Modelled, name: string, { start, end }: Span): Span | undefined {
  const within = document.sections.filter(({ titleSpan }) => start <= titleSpan.start && titleSpan.end <= end);
  const plain = fold(withoutNumber(name));
  const key = sectionKey(name, specs);
  const found =
    within.find(({ title }) => fold(withoutNumber(title)) === plain) ??
    (key === undefined ? undefined : within.find(({ title }) => sectionKey(title, specs) === key));
  return found && below(found);
}

function below({ own, whole }: Section): Span {
  return { start: own.start, end: whole.end };
}

function inChapter(get: Get, id: string, section: string): EmbeddedPlace | undefined {
  for (const path of chaptersOf(get, id)) {
    const page = get(modelled, path);
    const span = sectionSpan(page, section, bodySpan(page));
    if (span !== undefined) return { path, span };
  }
  return undefined;
}

/** The files that are chapters of a document, by its identifier. */
export function chaptersOf(get: Get, id: string): readonly Path[] {
  return get(documentPaths, ALL).filter(path => get(outline, path).chapter?.of === id);
}
