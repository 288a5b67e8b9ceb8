/** The built-in catalogue, as compiled from `docs-schema/` by `npm run generate`. */
import data from '../../../docs-schema/generated/catalogue.json' with { type: 'json' };
import type { RawCatalogue } from '../../../docs-schema/raw.ts';

/** The data of `docs-schema/`, as it is before it is compiled. */
export const builtInCatalogueData = data as unknown as RawCatalogue;
