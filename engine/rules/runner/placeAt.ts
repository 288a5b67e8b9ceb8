/** Turns an offset of a document into the most precise place that contains it: the inverse of `spanOf`. */
import type { Span } from '../../base/text.ts';
import type { Modelled } from '../../model/read/modelled.ts';
import { atItem, atKey, atLink, atSection, atSpan, atStart, atValue, type Place } from '../../model/place.ts';

interface Candidate {
  readonly place: Place;
  readonly span: Span;
}

/**
 * The shortest place that contains the offset; of equal ones the first by `SORTS`. Without any, the start of the text.
 */
export function placeAt(page: Modelled, offset: number): Place {
  let best: Candidate | undefined;
  for (const candidate of candidatesIn(page)) {
    const { start, end } = candidate.span;
    if (offset < start || offset > end || (offset === end && end > start)) continue;
    if (best === undefined || isBetter(candidate, best)) best = candidate;
  }
  return best?.place ?? atSpan(page.document.path, { start: offset, end: offset });
}

/** Order of preference: a place with its own name comes before one named by something around it. */
const SORTS: readonly Place['sort'][] = ['value', 'section', 'item', 'link', 'key', 'span', 'commit'];

function isBetter(a: Candidate, b: Candidate): boolean {
  const lengths = a.span.end - a.span.start - (b.span.end - b.span.start);
  return lengths < 0 || (lengths === 0 && SORTS.indexOf(a.place.sort) < SORTS.indexOf(b.place.sort));
}

function* candidatesIn(page: Modelled): Iterable<Candidate> {
  const { path, head } = page.document;
  yield { place: atStart(path), span: head };
  yield* ofEntries(page);
  yield* ofSections(page);
  for (const { id, span, places } of page.items) {
    yield { place: atItem(path, id), span };
    for (const [attribute, part] of places) yield { place: atItem(path, id, attribute), span: part };
  }
  for (const [n, { span }] of page.links.entries()) yield { place: atLink(path, n), span };
}

/** Values and keys of the frontmatter, cells of the rows of a journal, and cells of lists that are tables. */
function* ofEntries({ document: { path }, entries }: Modelled): Iterable<Candidate> {
  for (const { entry, normalised } of entries) {
    for (const [pointer, { span, keySpan }] of normalised.places) {
      if (pointer.startsWith('#')) yield { place: atSection(path, pointer.slice(1), entry.row), span };
      else {
        yield { place: atValue(path, pointer, entry.row), span };
        yield { place: atKey(path, pointer, entry.row), span: keySpan };
      }
    }
  }
}

/** A section by its heading and, less precisely, by all text below it. */
function* ofSections({ document, sections }: Modelled): Iterable<Candidate> {
  for (const [key, n] of sections) {
    const section = document.sections[n];
    if (section === undefined) continue;
    yield { place: atSection(document.path, key), span: section.titleSpan };
    yield { place: atSection(document.path, key), span: section.whole };
  }
}
