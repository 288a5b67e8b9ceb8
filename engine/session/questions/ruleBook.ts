/** All rules, with or without a project. `Analysis.levelOf` gives the severity of a rule in a project. */
import { rules } from '../../rules/catalogue.generated.ts';
import { closest } from '../../rules/nearest.ts';
import type { Rule } from '../../rules/rule.ts';

export { rules };

/** The rule with this id; undefined when there is none. */
export function ruleById(id: string): Rule | undefined {
  return rules.find(known => known.id === id);
}

/** The rule id that a misspelt one probably means: one with few edits, or the same name in another group. */
export function ruleMeant(id: string): string | undefined {
  const ids = rules.map(known => known.id);
  return closest(id, ids) ?? ids.find(known => known.endsWith(`/${id}`));
}
