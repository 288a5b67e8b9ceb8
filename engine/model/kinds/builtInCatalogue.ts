/** The built-in catalogue, as compiled from `docs-schema/` by `npm run generate`. */
import data from '../../../docs-schema/generated/catalogue.json' with { type: 'json' };
import type { RawCatalogue } from '../../../docs-schema/raw.ts';

export const builtIn = data as unknown as RawCatalogue;
