/** A rule by its id, or the refusal when it does not exist. */
import { ruleById, ruleMeant } from '../../engine/session/questions/ruleBook.ts';
import type { Rule } from '../../engine/session/types.ts';
import { HostError } from '../../host/hostError.ts';

/**
 * The rule with an id.
 * @throws HostError when there is none
 */
export function ruleNamed(id: string): Rule {
  const rule = ruleById(id);
  if (rule !== undefined) return rule;
  const near = ruleMeant(id);
  throw new HostError({
    zh: `没有规则 ${id}。${near ? `是否指 ${near}？` : ''}运行 docket rules 查看全部规则。`,
    en: `There is no rule ${id}. ${near ? `Did you mean ${near}? ` : ''}Run docket rules for all of them.`,
  });
}
