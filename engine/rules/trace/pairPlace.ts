/** A document as far as the place of a pair needs it: its links and its path. */
import type { Path } from '../../base/text.ts';
import type { ItemBinding } from '../../links/items/itemBindings.ts';
import type { Outline } from '../../model/entry.ts';
import { atLink, type Place } from '../../model/place.ts';

export type Page = Pick<Outline, 'links'> & { readonly path: Path };

/**
 * The place of a finding about two items: the link from the item that owes (`right`) to the item it follows (`left`).
 */
export function placeOfPair({ right, left }: Pick<ItemBinding, 'right' | 'left'>, { path, links }: Page): Place {
  return atLink(
    path,
    links.findIndex(({ from, target }) => from === right && target === left),
  );
}
