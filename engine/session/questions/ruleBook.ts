/** The rules Docket knows, asked with or without a project. How severe one is in a project, `Analysis.levelOf` says. */
import { rules } from '../../rules/catalogue.generated.ts';
import { closest } from '../../rules/nearest.ts';
import type { Rule } from '../../rules/rule.ts';

export { rules };

export function ruleById(id: string): Rule | undefined {
  return rules.find(known => known.id === id);
}

/** The id that was probably meant: a few letters away, or the same name under another heading. */
export function ruleMeant(id: string): string | undefined {
  const ids = rules.map(known => known.id);
  return closest(id, ids) ?? ids.find(known => known.endsWith(`/${id}`));
}
