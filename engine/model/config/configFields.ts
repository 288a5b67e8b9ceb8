/** The description of docket.yml in `docs-schema/config*.yml` → its fields. Lists of names come from where the names are defined. */
import type { Raw, RawCatalogue } from '../../../docs-schema/raw.ts';
import { compileFields } from '../kinds/compileFields.ts';
import type { Fields } from '../kinds/kinds.ts';

/** The fields of docket.yml by key and by name. Kinds and presets are choices of it, by their keys, labels and aliases. */
export function compileConfigFields(raw: RawCatalogue): Fields {
  const kind = Object.fromEntries(
    Object.entries(raw.kinds).map(([key, { label, aliases }]) => [key, { ...(label as Raw), aliases }]),
  );
  const preset = Object.fromEntries(
    Object.entries(raw.presets).map(([key, { label }]) => [`docket:${key}`, { ...(label as Raw), aliases: [key] }]),
  );
  const owed = { ...kind, ...(raw.enums['owed'] as Raw) };
  return compileFields(raw.config, { ...raw.enums, kind, preset, owed });
}
