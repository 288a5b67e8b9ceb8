/** What a person reads: a remark with its severity, its range and the reason behind the rule. */
import type { Get } from '../../base/queries.ts';
import type { Location } from '../../base/text.ts';
import type { Words } from '../../base/words.ts';
import { rules } from '../catalogue.generated.ts';
import { locate } from './locate.ts';
import type { Fix, Remark, Rule, Severity } from '../rule.ts';
import { isSetHere, levelOfRule } from './ruleLevels.ts';

/** A finding, ready to print; positions are lines and columns from 0. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Words;
  /** Of a finding about a commit: its hash (`NEW_COMMIT` for the one being made); the path of `at` is then empty. */
  readonly commit?: string;
  readonly at: Location;
  /** The record or item it is about. */
  readonly id: string | undefined;
  /** Clauses of the tender behind the rule. */
  readonly clauses: readonly string[];
  readonly help: Words;
  readonly related: readonly { readonly at: Location; readonly message: Words }[];
  readonly fixes: readonly Fix[];
}

const byId: ReadonlyMap<string, Rule> = new Map(rules.map(rule => [rule.id, rule]));

/** The finding of a remark, with severity and range; undefined when the rule is off. */
export function findingOf(get: Get, ruleId: string, remark: Remark): Finding | undefined {
  const level = get(levelOfRule, ruleId);
  const rule = byId.get(ruleId);
  if (level === 'off') return undefined;
  return {
    rule: ruleId,
    severity: weighed(get, rule, level as Severity, remark),
    message: remark.say,
    ...(remark.at.sort === 'commit' ? { commit: remark.at.commit } : {}),
    at: locate(get, remark.at),
    id: remark.id,
    clauses: rule?.clauses ?? [],
    help: rule?.why ?? remark.say,
    related: (remark.related ?? []).map(({ at, say }) => ({ at: locate(get, at), message: say })),
    fixes: remark.fixes ?? [],
  };
}

/**
 * The severity of a remark. A level set in `rules:` of docket.yml applies to all remarks of the rule; otherwise the
 * remark may lower it.
 */
function weighed(get: Get, rule: Rule | undefined, level: Severity, { severity }: Remark): Severity {
  if (severity === undefined || rule === undefined || level !== rule.severity || get(isSetHere, rule.id)) return level;
  return severity;
}

/**
 * Compares two findings by place, then rule, then message, so that the same findings always print in the same order.
 */
export function inOrder(a: Finding, b: Finding): number {
  return (
    compare(a.at.path, b.at.path) ||
    a.at.range.start.line - b.at.range.start.line ||
    a.at.range.start.character - b.at.range.start.character ||
    compare(a.rule, b.rule) ||
    compare(a.message.zh, b.message.zh)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
