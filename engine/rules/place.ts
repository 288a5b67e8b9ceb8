/** A place by name → a range in the text as it is now. A name that is gone falls back to what holds it. */
import { type Get, input } from '../base/queries.ts';
import { positionsIn } from '../base/lines.ts';
import type { Location, Path, Span } from '../base/text.ts';
import type { Place } from '../model/entry.ts';
import { modelled, type Modelled } from '../model/modelled.ts';
import type { ValuePlace } from '../model/normalise.ts';
import { CONFIG_PATH, isDocumentPath, readConfig } from '../model/project.ts';
import { decode } from '../workspace/decode.ts';
import { fileContent } from '../workspace/files.ts';

/** Messages of the commits a finding may stand in, by hash. */
export const commitMessage = input<string>('commitMessage', '');

export function locate(get: Get, place: Place): Location {
  const { path, commit } = place;
  if (commit !== undefined) return { path, range: positionsIn(get(commitMessage, commit))(place.span ?? { start: 0, end: 0 }) };
  const text = decode(get(fileContent, path)).text;
  const span = place.span ?? spanOf(get, place, path, text);
  return { path, range: positionsIn(text)(span) };
}

export function spanOf(get: Get, place: Place, path: Path, text: string): Span {
  if (path === CONFIG_PATH) return inPlaces(readConfig(text).normalised.places, place) ?? firstWord(text);
  if (!get(isDocumentPath, path)) return { start: 0, end: 0 };
  return spanIn(get(modelled, path), place);
}

export function spanIn(page: Modelled, place: Place): Span {
  if (place.link !== undefined) return page.links[place.link]?.span ?? headOf(page);
  if (place.item !== undefined) return itemSpan(page, place) ?? headOf(page);
  const placed = page.entries.find(({ entry: { row } }) => row === place.row) ?? page.entries[0];
  const found = place.section === undefined ? undefined : sectionSpan(page, place);
  return found ?? (placed && inPlaces(placed.normalised.places, place)) ?? headOf(page);
}

function sectionSpan(page: Modelled, { section = '', row }: Place): Span | undefined {
  if (row !== undefined) return page.entries.find(({ entry }) => entry.row === row)?.normalised.places.get(`#${section}`)?.span;
  const n = page.sections.get(section);
  return n === undefined ? undefined : page.document.sections[n]?.titleSpan;
}

function itemSpan(page: Modelled, { item: id, attribute }: Place): Span | undefined {
  const item = page.items.find(candidate => candidate.id === id);
  return (attribute === undefined ? undefined : item?.places.get(attribute)) ?? item?.span;
}

/** The value's place, or that of the nearest thing around it; then the record's id, its type, its whole row. */
function inPlaces(places: ReadonlyMap<string, ValuePlace>, place: Place): Span | undefined {
  for (let pointer = place.pointer ?? ''; pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
    const found = places.get(pointer);
    if (found) return place.key || pointer !== place.pointer ? found.keySpan : found.span;
  }
  return (places.get('/id') ?? places.get('/type') ?? places.get('/status') ?? places.get(''))?.span;
}

/** The `---` of the frontmatter, or the title, or the first character. */
function headOf({ document }: Modelled): Span {
  if (document.head.end > document.head.start) return { start: document.head.start, end: document.head.start + 3 };
  return document.sections[0]?.titleSpan ?? { start: 0, end: 0 };
}

function firstWord(text: string): Span {
  return { start: 0, end: /^\S*/.exec(text)?.[0].length ?? 0 };
}
