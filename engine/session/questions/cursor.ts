/**
 * Questions of an editor about the cursor or the selection. Lines and characters count from 0, characters in UTF-16
 * code units.
 *
 * This is separate from `Analysis`, because a check on the command line must not load the code that writes fixes.
 */
import type { Get } from '../../base/queries.ts';
import { positionsIn } from '../../base/lines.ts';
import type { Path, Position, Range } from '../../base/text.ts';
import { isEmptyPlan, type Plan } from '../../base/plan.ts';
import { planOfFix } from '../../features/fixes.ts';
import type { Entry } from '../../model/entry.ts';
import type { Kind, State } from '../../model/kinds/kinds.ts';
import { modelled, type PlacedEntry } from '../../model/read/modelled.ts';
import type { Finding } from '../../rules/runner/finding.ts';
import type { Fix, Rule } from '../../rules/rule.ts';
import { findingsAsked, type Scope } from './findings.ts';
import { ruleById } from './ruleBook.ts';
import type { Session } from '../session.ts';

/** The selection in a file, and which rules to ask. */
export interface Selected {
  readonly path: Path;
  readonly range: Range;
  /** `own` as long as not all documents are read. */
  readonly scope: Scope;
}

/** A fix of a finding, with its plan for the current texts. */
interface OfferedFix {
  readonly finding: Finding;
  readonly fix: Fix;
  /** The plan of the fix for the current texts. */
  readonly plan: Plan;
}

/** A record with the states it can go to. */
interface NextStates {
  readonly entry: Entry;
  readonly kind: Kind;
  /** The states that its current state lists as next. */
  readonly states: readonly State[];
}

/** Questions about a selection in the texts as they are when they are asked. */
interface Cursor {
  /** The findings that touch the selection, without those in the baseline. */
  findingsAt(selected: Selected): readonly Finding[];
  /** The fixes of those findings that can be made completely, in the order of the findings. */
  fixesAt(selected: Selected): readonly OfferedFix[];
  /** The rules of those findings, each once. */
  rulesAt(selected: Selected): readonly Rule[];
  /**
   * The next states of the record of a file, when the selection is on the line of its state or its identifier;
   * undefined elsewhere and in a file without a record.
   */
  nextStatesAt(selected: Pick<Selected, 'path' | 'range'>): NextStates | undefined;
}

/** Questions about the current texts of a session. */
export function cursorIn({ cache: { get } }: Session): Cursor {
  return {
    findingsAt: selected => findingsHere(get, selected),
    fixesAt: selected => findingsHere(get, selected).flatMap(finding => fixesOf(get, finding)),
    rulesAt: selected => rulesOf(findingsHere(get, selected)),
    nextStatesAt: selected => nextStatesHere(get, selected),
  };
}

function findingsHere(get: Get, { path, range, scope }: Selected): readonly Finding[] {
  return findingsAsked(get, { path, scope, beyondBaseline: true }).filter(({ at }) => touches(at.range, range));
}

function fixesOf(get: Get, finding: Finding): readonly OfferedFix[] {
  return finding.fixes.flatMap(fix => {
    const { plan, gone } = planOfFix(get, fix);
    return gone.length > 0 || isEmptyPlan(plan) ? [] : [{ finding, fix, plan }];
  });
}

function rulesOf(findings: readonly Finding[]): readonly Rule[] {
  const ids = new Set(findings.map(({ rule }) => rule));
  return [...ids].map(ruleById).filter(rule => rule !== undefined);
}

function nextStatesHere(get: Get, { path, range }: Pick<Selected, 'path' | 'range'>): NextStates | undefined {
  const { document, entries } = get(modelled, path);
  const placed = entries.find(({ entry }) => entry.row === undefined);
  if (placed === undefined || !isOnStateLine(placed, document.text, range)) return undefined;
  const { entry, kind } = placed;
  const names = kind.states.get(entry.status ?? '')?.to ?? [];
  return { entry, kind, states: names.flatMap(name => kind.states.get(name) ?? []) };
}

function isOnStateLine({ normalised: { places } }: PlacedEntry, text: string, range: Range): boolean {
  const rangeOf = positionsIn(text);
  return ['/status', '/id'].some(pointer => {
    const place = places.get(pointer);
    if (place === undefined) return false;
    const { start, end } = rangeOf({ start: place.keySpan.start, end: place.span.end });
    return start.line <= range.end.line && range.start.line <= end.line;
  });
}

/** Two ranges share a character, or the end of one is the start of the other. */
function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
