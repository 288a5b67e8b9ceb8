/**
 * Turns a named place into a range of the present text. When the name no longer exists, the range of what contains it
 * is used.
 */
import { type Get, input } from '../../base/queries.ts';
import { positionsIn } from '../../base/lines.ts';
import type { Location, Span } from '../../base/text.ts';
import { modelled, type Modelled } from '../../model/read/modelled.ts';
import type { PairSpans } from '../../model/read/normalise.ts';
import type { CommitPlace, ItemPlace, KeyPlace, Place, SectionPlace, ValuePlace } from '../../model/place.ts';
import { CONFIG_PATH, isDocumentPath, readConfig } from '../../model/config/projectConfig.ts';
import { decode } from '../../workspace/decode.ts';
import { fileContent } from '../../workspace/files.ts';

/** Commit messages that findings may point into, by hash. */
export const commitMessage = input<string>('commitMessage', '');

/** Path, lines and columns of a place. */
export function locate(get: Get, place: Place): Location {
  const text = place.sort === 'commit' ? get(commitMessage, place.commit) : decode(get(fileContent, place.path)).text;
  return { path: place.path, range: positionsIn(text)(spanOf(get, place)) };
}

/** The offsets of a place in the text of its file or in the message of its commit. */
function spanOf(get: Get, place: Place): Span {
  if (place.sort === 'span' || place.sort === 'commit') return place.span;
  if (place.path === CONFIG_PATH) return spanInConfig(decode(get(fileContent, place.path)).text, place);
  if (!get(isDocumentPath, place.path)) return { start: 0, end: 0 };
  return spanIn(get(modelled, place.path), place);
}

/** Places with a name: all except spans of a text or of a message. */
export type NamedPlace = Exclude<Place, CommitPlace | { readonly sort: 'span' }>;

/** Like `spanOf`, for a document that is already parsed. */
export function spanIn(page: Modelled, place: NamedPlace): Span {
  switch (place.sort) {
    case 'link':
      return page.links[place.link]?.span ?? headOf(page);
    case 'item':
      return itemSpan(page, place) ?? headOf(page);
    case 'section':
      return sectionSpan(page, place) ?? entrySpan(page, { ...place, sort: 'value', pointer: '' });
    case 'value':
    case 'key':
      return entrySpan(page, place);
  }
}

function entrySpan(page: Modelled, place: ValuePlace | KeyPlace): Span {
  const placed = page.entries.find(({ entry: { row } }) => row === place.row) ?? page.entries[0];
  return (placed && inPlaces(placed.normalised.places, place)) ?? headOf(page);
}

function sectionSpan(page: Modelled, { section, row }: SectionPlace): Span | undefined {
  if (row !== undefined)
    return page.entries.find(({ entry }) => entry.row === row)?.normalised.places.get(`#${section}`)?.span;
  const n = page.sections.get(section);
  return n === undefined ? undefined : page.document.sections[n]?.titleSpan;
}

function itemSpan(page: Modelled, { item: id, attribute }: ItemPlace): Span | undefined {
  const item = page.items.find(candidate => candidate.id === id);
  return (attribute === undefined ? undefined : item?.places.get(attribute)) ?? item?.span;
}

function spanInConfig(text: string, place: NamedPlace): Span {
  const named = place.sort === 'value' || place.sort === 'key' ? place : undefined;
  return (named && inPlaces(readConfig(text).normalised.places, named)) ?? firstWord(text);
}

/**
 * The span of a value, or of the key of the nearest value around it; else that of the id, the type, the status, or the
 * whole row.
 */
function inPlaces(places: ReadonlyMap<string, PairSpans>, place: ValuePlace | KeyPlace): Span | undefined {
  for (let { pointer } = place; pointer !== ''; pointer = pointer.slice(0, pointer.lastIndexOf('/'))) {
    const found = places.get(pointer);
    if (found) return place.sort === 'key' || pointer !== place.pointer ? found.keySpan : found.span;
  }
  return (places.get('/id') ?? places.get('/type') ?? places.get('/status') ?? places.get(''))?.span;
}

/** The span for a whole document: the `---` of the frontmatter, else the title, else the first character. */
function headOf({ document }: Modelled): Span {
  if (document.head.end > document.head.start) return { start: document.head.start, end: document.head.start + 3 };
  return document.sections[0]?.titleSpan ?? { start: 0, end: 0 };
}

function firstWord(text: string): Span {
  return { start: 0, end: /^\S*/.exec(text)?.[0].length ?? 0 };
}
