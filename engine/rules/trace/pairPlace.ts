/** Where a finding about two items stands: at the link by which the one that owes names the one it answers to. */
import type { Path } from '../../base/text.ts';
import type { ItemBinding } from '../../links/items/itemBindings.ts';
import type { Outline } from '../../model/entry.ts';
import { atLink, type Place } from '../../model/place.ts';

export type Page = Pick<Outline, 'links'> & { readonly path: Path };

export function placeOfPair({ right, left }: Pick<ItemBinding, 'right' | 'left'>, { path, links }: Page): Place {
  return atLink(
    path,
    links.findIndex(({ from, target }) => from === right && target === left),
  );
}
