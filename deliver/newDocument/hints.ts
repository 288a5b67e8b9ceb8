/**
 * What belongs under a heading, in one line for its author: the hint of the section, else the one that `base.yml` has for its key. A
 * line that is nothing but a hint is no content: the section counts as empty until it is replaced.
 */
import type { Language } from '../../engine/base/words.ts';
import type { Catalogue, SectionSpec } from '../../engine/model/kinds/kinds.ts';

/** `【写明…】`. `own` are the sections of the kind itself, whose hints count under a template profile too. */
export function hintFor(
  { key, label, hint }: SectionSpec,
  own: readonly SectionSpec[],
  { hints }: Catalogue,
  language: Language,
): string {
  const said = hint ??
    own.find(spec => spec.key === key)?.hint ??
    hints.get(key) ?? { zh: `写明${label.zh}`, en: `State: ${label.en}` };
  return `【${said[language]}】`;
}
