/**
 * Makes the fixes of many findings, round by round, because a fixed text may show further findings.
 *
 * In: a session. Out: a plan of the files that changed. The session holds the changed texts afterwards.
 *
 * Invariants: no fix is made twice; two fixes of one round never change the same place; a frontmatter that could be
 * read before can be read after; a file that is not UTF-8 text is not changed.
 */
import type { Get } from '../base/queries.ts';
import { actionOf, applied, type Plan } from '../base/plan.ts';
import type { Path, TextEdit } from '../base/text.ts';
import type { Words } from '../base/words.ts';
import type { ProblemCode } from '../documents/document.ts';
import { modelled } from '../model/read/modelled.ts';
import { isDocumentPath } from '../model/config/projectConfig.ts';
import type { Finding } from '../rules/runner/finding.ts';
import type { Fix } from '../rules/rule.ts';
import { decode } from '../workspace/decode.ts';
import { type FileChange, type FileContent, fileContent } from '../workspace/files.ts';
import { type FixPlan, fixPlanOf } from './fixes.ts';

const MOST_ROUNDS = 10;

/** Problems that hide or change values of the frontmatter. A fix that causes one is not made. */
const UNREADABLE = new Set<ProblemCode>([
  'yaml-syntax',
  'yaml-alias',
  'yaml-duplicate-key',
  'frontmatter-open',
  'frontmatter-not-yaml',
  'frontmatter-not-a-map',
]);

/** The part of a session that `fixFindings` uses. */
interface Fixable {
  readonly get: Get;
  findings(): readonly Finding[];
  apply(changes: readonly FileChange[]): void;
}

/** The result of `fixFindings`. */
export interface Fixing {
  /** The changed files, sorted by path. */
  readonly plan: Plan;
  /** For each fix that was made, the files it changed. */
  readonly fixes: readonly (readonly Path[])[];
  readonly left: readonly Unmade[];
}

/** A finding whose fix was not made. */
export interface Unmade {
  readonly finding: Finding;
  /** A part of a sentence, without a full stop. */
  readonly why: Words;
}

/** A fix with its edits of the texts of this round. */
interface Planned extends FixPlan {
  readonly key: string;
  readonly fix: Fix;
  readonly paths: readonly Path[];
}

/**
 * Makes fixes until no finding has one left, at most ten rounds. `choose` gives the fix to make for a finding, or
 * undefined for none.
 */
export function fixFindings(project: Fixable, choose: (finding: Finding) => Fix | undefined): Fixing {
  const { get } = project;
  const originals = new Map<Path, FileContent>();
  const tried = new Set<string>();
  const fixes: (readonly Path[])[] = [];
  for (let round = 0; round < MOST_ROUNDS; ) {
    const all = project.findings().flatMap(finding => planned(get, finding, choose(finding)));
    const chosen = apart(all.filter(({ key }) => !tried.has(key)));
    if (chosen.length === 0) break;
    const refused = takeIn(project, chosen, originals);
    for (const { key } of refused.length > 0 ? refused : chosen) tried.add(key);
    if (refused.length > 0) continue;
    fixes.push(...chosen.map(({ paths }) => paths));
    round++;
  }
  return {
    plan: changed(get, originals),
    fixes,
    left: project.findings().flatMap(finding => {
      const fix = choose(finding);
      return fix === undefined ? [] : [{ finding, why: whyUnmade(get, fix) }];
    }),
  };
}

function whyUnmade(get: Get, fix: Fix): Words {
  const plan = fixPlanOf(get, fix);
  return plan.reasons[0] ?? objectionTo(get, plan) ?? SPOILS;
}

const SPOILS: Words = {
  zh: '改后文件头读不出来，或与别的改法冲突',
  en: 'the frontmatter could not be read afterwards, or other fixes are in the way',
};
const OUTSIDE: Words = { zh: '文件不在项目之内', en: 'the file is outside of the project' };
const IS_THERE: Words = { zh: '文件已经存在', en: 'the file is there already' };
const SAYS_THIS: Words = { zh: '文件已经是这样', en: 'the file says this already' };
const NO_TEXT: Words = { zh: '文件不是 UTF-8 文本', en: 'the file is no UTF-8 text' };

function planned(get: Get, { rule, at: { path }, message }: Finding, fix: Fix | undefined): readonly Planned[] {
  if (fix === undefined) return [];
  const plan = fixPlanOf(get, fix);
  const paths = [...new Set([...plan.whole.map(file => file.path), ...plan.edits.keys()])];
  if (paths.length === 0 || plan.gone.length > 0 || objectionTo(get, plan) !== undefined) return [];
  return [{ ...plan, key: JSON.stringify([rule, path, message.zh, fix.edits]), fix, paths }];
}

/**
 * Why a fix cannot be made; undefined when it can: its files lie in the project, a file to create does not exist, and a
 * file to change is valid UTF-8.
 */
function objectionTo(get: Get, { edits, whole }: FixPlan): Words | undefined {
  for (const file of whole) {
    if (!isInside(file.path)) return OUTSIDE;
    if (file.before === undefined && get(fileContent, file.path).state !== 'absent') return IS_THERE;
    if (actionOf(file) === 'keep') return SAYS_THIS;
  }
  for (const [path, list] of edits) {
    const { text, fault } = decode(get(fileContent, path));
    if (!isInside(path)) return OUTSIDE;
    if (fault !== undefined && fault !== 'bom') return NO_TEXT;
    if (applied(text, list) === text) return SAYS_THIS;
  }
  return undefined;
}

function isInside(path: Path): boolean {
  return !/^([/\\]|[A-Za-z]:)|(^|\/)\.\.(\/|$)/.test(path);
}

/** Of fixes that change the same place, the first; the others are tried on the text of the next round. */
function apart(all: readonly Planned[]): readonly Planned[] {
  const byPath = new Map<Path, Planned[]>();
  return all.filter(plan => {
    const free = plan.paths.every(path => (byPath.get(path) ?? []).every(other => !meets(plan, other, path)));
    if (free) for (const path of plan.paths) byPath.set(path, [...(byPath.get(path) ?? []), plan]);
    return free;
  });
}

function meets(plan: Planned, other: Planned, path: Path): boolean {
  const [mine, theirs] = [plan.edits.get(path), other.edits.get(path)];
  if (mine === undefined || theirs === undefined) return true;
  const added = new Set(fieldsOf(other.fix));
  const unlike =
    added.size > 0 && fieldsOf(plan.fix).length > 0 && fieldsOf(plan.fix).every(field => !added.has(field));
  const inTheWay = (a: TextEdit, b: TextEdit) => touch(a, b) && !(unlike && isInsertion(a) && isInsertion(b));
  return theirs.some(a => mine.some(b => inTheWay(a, b)));
}

const isInsertion = ({ span }: TextEdit): boolean => span.start === span.end;

function touch({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

/** The fields a fix sets. Two different fields may be added at one place, the same field only once. */
function fieldsOf({ edits }: Fix): readonly string[] {
  return edits
    .map(edit => (edit.do === 'set' ? (edit.at.pointer.split('/')[1] ?? '') : ''))
    .filter(field => field !== '');
}

/**
 * Applies fixes to the session. Returns the fixes that would spoil a document; if there are any, nothing is changed.
 */
function takeIn(
  { get, apply }: Fixable,
  plans: readonly Planned[],
  originals: Map<Path, FileContent>,
): readonly Planned[] {
  const paths = new Set(plans.flatMap(plan => plan.paths));
  const before = new Map([...paths].map(path => [path, get(fileContent, path)] as const));
  const sound = new Set([...paths].filter(path => isReadable(get, path)));
  apply([...paths].map(path => ({ path, content: { state: 'text' as const, text: textAfter(get, path, plans) } })));
  const spoilt = new Set([...sound].filter(path => !isReadable(get, path)));
  if (spoilt.size > 0) {
    apply([...before].map(([path, content]) => ({ path, content })));
    return plans.filter(plan => plan.paths.some(path => spoilt.has(path)));
  }
  for (const [path, content] of before) if (!originals.has(path)) originals.set(path, content);
  return [];
}

function textAfter(get: Get, path: Path, plans: readonly Planned[]): string {
  const whole = plans.flatMap(plan => plan.whole).find(file => file.path === path)?.after;
  if (typeof whole === 'string') return whole;
  return applied(
    decode(get(fileContent, path)).text,
    plans.flatMap(({ edits }) => edits.get(path) ?? []),
  );
}

function isReadable(get: Get, path: Path): boolean {
  return !get(isDocumentPath, path) || !get(modelled, path).document.problems.some(({ code }) => UNREADABLE.has(code));
}

function changed(get: Get, originals: ReadonlyMap<Path, FileContent>): Plan {
  const files = [...originals].map(([path, content]) => ({
    path,
    before: content.state === 'absent' ? undefined : decode(content).text,
    after: decode(get(fileContent, path)).text,
  }));
  return files.filter(({ before, after }) => before !== after).sort((a, b) => (a.path < b.path ? -1 : 1));
}
