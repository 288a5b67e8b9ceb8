/** Section data → `SectionSpec` trees, for kinds and for template profiles. */
import { labelOf, writtenList, writtenText } from './compileFields.ts';
import type { Raw } from '../../../docs-schema/raw.ts';
import type { SectionSpec } from './kinds.ts';

/** Sections as written → sections with what is inside them. */
export function compileSections(raw: Raw): readonly SectionSpec[] {
  return Object.entries(raw).map(([key, value]) => {
    const data = value as Raw;
    return {
      key,
      label: labelOf(data, key),
      aliases: writtenList(data['aliases']),
      required: data['required'] === true,
      requiredFrom: writtenText(data['required_from']),
      requiredIf: data['required_if'] as Raw | undefined,
      rule: writtenText(data['rule']),
      hint: data['hint'] === undefined ? undefined : labelOf(data['hint'] as Raw, ''),
      min: typeof data['min'] === 'number' ? data['min'] : 1,
      sections: compileSections((data['sections'] as Raw | undefined) ?? {}),
    };
  });
}
