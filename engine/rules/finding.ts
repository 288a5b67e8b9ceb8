/** What a person reads: a report with its severity, its range and the reason behind the rule. */
import type { Get } from '../base/queries.ts';
import type { Location } from '../base/text.ts';
import type { Words } from '../base/words.ts';
import { rules } from './catalogue.generated.ts';
import { locate } from './place.ts';
import type { Fix, Report, Rule, Severity } from './rule.ts';
import { levelOfRule } from './settings.ts';

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Words;
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

/** Undefined when the rule is off. */
export function findingOf(get: Get, ruleId: string, report: Report): Finding | undefined {
  const level = get(levelOfRule, ruleId);
  if (level === 'off') return undefined;
  const rule = byId.get(ruleId);
  return {
    rule: ruleId,
    severity: level as Severity,
    message: report.say,
    at: locate(get, report.at),
    id: report.id,
    clauses: rule?.clauses ?? [],
    help: rule?.why ?? report.say,
    related: (report.related ?? []).map(({ at, say }) => ({ at: locate(get, at), message: say })),
    fixes: report.fixes ?? [],
  };
}

/** By place, then by rule, then by words: the same findings always print the same. */
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
