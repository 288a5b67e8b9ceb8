/** The line each item of a document begins on, from 1, by identifier. */
import { positionsIn } from '../base/lines.ts';
import { input, query } from '../base/queries.ts';
import { sameData } from '../base/sameData.ts';
import { modelled } from '../model/read/modelled.ts';

export type ItemLines = Readonly<Record<string, number>>;

/** Lines found earlier in the same text, with the same kinds and the same configuration. */
export const rememberedLines = input<ItemLines | undefined>('rememberedLines', undefined);

/** Of two items with one identifier the first counts. */
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
