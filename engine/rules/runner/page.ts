/** The view of a record that entry rules get. */
import { contentOf } from '../../model/read/headings.ts';
import { placeOf } from '../../model/entry.ts';
import { hasReached } from '../../model/kinds/kinds.ts';
import type { Modelled, PlacedEntry } from '../../model/read/modelled.ts';
import { atSection } from '../../model/place.ts';
import type { EntryPage } from '../rule.ts';

/** A record with the text of its document. A row of a journal has no sections, so their content is empty. */
export function pageOf(page: Modelled, { entry, kind, normalised }: PlacedEntry): EntryPage {
  const section = (key: string) => {
    const n = page.sections.get(key);
    return n === undefined || entry.row !== undefined ? undefined : page.document.sections[n];
  };
  return {
    entry,
    data: entry.data,
    kind,
    document: page.document,
    modelled: page,
    normalised,
    reached: milestone => hasReached(kind, entry.status, milestone),
    section,
    content: key => {
      const found = section(key);
      return found === undefined ? '' : contentOf(page.document, found);
    },
    at: (pointer = '') => placeOf(entry, pointer),
    atSection: key => atSection(entry.path, key, entry.row),
  };
}
