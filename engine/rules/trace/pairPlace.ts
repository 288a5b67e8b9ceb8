/** Where a finding about two items stands: at the link by which the one that owes names the one it answers to. */
import type { Path } from '../../base/text.ts';
import type { ItemBinding } from '../../links/itemBindings.ts';
import type { Outline, Place } from '../../model/entry.ts';

export type Page = Pick<Outline, 'links'> & { readonly path: Path };

export function placeOfPair({ right, left }: Pick<ItemBinding, 'right' | 'left'>, { path, links }: Page): Place {
  return { path, link: links.findIndex(({ from, target }) => from === right && target === left) };
}
