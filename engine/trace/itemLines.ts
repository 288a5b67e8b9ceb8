/** The lines of items, for the matrix and editors. */
import { positionsIn } from '../base/lines.ts';
import { input, query } from '../base/queries.ts';
import { sameData } from '../base/sameData.ts';
import { modelled } from '../model/read/modelled.ts';

/** The line (from 1) on which each item of a document begins, by identifier. */
export type ItemLines = Readonly<Record<string, number>>;

/** Lines kept from an earlier run on the same text, kinds and configuration. */
export const rememberedLines = input<ItemLines | undefined>('rememberedLines', undefined);

/** The lines of the items of a document, by its path. When two items have one identifier, the first counts. */
export const itemLines = query<ItemLines>(
  'itemLines',
  (path, get) => {
    const remembered = get(rememberedLines, path);
    if (remembered !== undefined) return remembered;
    const { document, items } = get(modelled, path);
    if (items.length === 0) return NONE;
    const at = positionsIn(document.text);
    return Object.fromEntries(items.map(({ id, span }) => [id, at(span).start.line + 1] as const).reverse());
  },
  sameData,
);

const NONE: ItemLines = {};
