/**
 * Carries out the fixes of many findings, round by round, because a text that is mended may show what it hid.
 *
 * In: a session. Out: the files that became others, with their text before and after. The session has taken the changes in.
 *
 * Invariants: no fix is made twice; two fixes of one round never meet in one place; a frontmatter that could be read
 * before can be read after; a file that is not UTF-8 text is left alone.
 */
import type { Get } from '../base/queries.ts';
import type { Path, TextEdit } from '../base/text.ts';
import type { ProblemCode } from '../documents/document.ts';
import { modelled } from '../model/modelled.ts';
import { isDocumentPath } from '../model/project.ts';
import type { Finding } from '../rules/finding.ts';
import type { Fix } from '../rules/rule.ts';
import { decode } from '../workspace/decode.ts';
import { type FileChange, type FileContent, fileContent } from '../workspace/files.ts';
import { applied, type FileEdit, fileEditsOf } from './fixes.ts';

const MOST_ROUNDS = 10;

/** What makes a frontmatter say less, or other things, than it does. */
const UNREADABLE = new Set<ProblemCode>([
  'yaml-syntax',
  'yaml-alias',
  'yaml-duplicate-key',
  'frontmatter-open',
  'frontmatter-not-yaml',
  'frontmatter-not-a-map',
]);

/** What fixing needs of a session. */
export interface Mendable {
  readonly get: Get;
  findings(): readonly Finding[];
  apply(changes: readonly FileChange[]): void;
}

export interface Mended {
  readonly path: Path;
  /** Undefined when the file is new. */
  readonly before: string | undefined;
  readonly after: string;
}

export interface Mending {
  /** By path. */
  readonly files: readonly Mended[];
  /** Findings that got their fix. */
  readonly fixes: number;
}

/** One fix on the texts of this round. */
interface Planned {
  readonly key: string;
  readonly fix: Fix;
  readonly files: readonly FileEdit[];
}

/** `choose` names the fix to make for a finding, if any. */
export function mend(project: Mendable, choose: (finding: Finding) => Fix | undefined): Mending {
  const { get } = project;
  const originals = new Map<Path, FileContent>();
  const tried = new Set<string>();
  let fixes = 0;
  for (let round = 0; round < MOST_ROUNDS; ) {
    const all = project.findings().flatMap(finding => planned(get, finding, choose(finding)));
    const chosen = apart(all.filter(({ key }) => !tried.has(key)));
    if (chosen.length === 0) break;
    const refused = carryOut(project, chosen, originals);
    for (const { key } of refused.length > 0 ? refused : chosen) tried.add(key);
    if (refused.length > 0) continue;
    fixes += chosen.length;
    round++;
  }
  return { files: changed(get, originals), fixes };
}

function planned(get: Get, { rule, at: { path }, message }: Finding, fix: Fix | undefined): readonly Planned[] {
  if (fix === undefined) return [];
  const files = fileEditsOf(get, fix);
  if (files.length === 0 || !files.every(file => isPossible(get, file))) return [];
  return [{ key: JSON.stringify([rule, path, message.zh, fix.edits]), fix, files }];
}

/** Inside the project; a new file is new; a text that is changed is the text of the file, letter by letter. */
function isPossible(get: Get, file: FileEdit): boolean {
  if (/^([/\\]|[A-Za-z]:)|(^|\/)\.\.(\/|$)/.test(file.path)) return false;
  const content = get(fileContent, file.path);
  const { text, fault } = decode(content);
  if ('text' in file) return file.isNew ? content.state === 'absent' : file.text !== text;
  return (fault === undefined || fault === 'bom') && applied(text, file.edits) !== text;
}

/** Of fixes that meet, the first; the others fit the text of the next round. */
function apart(all: readonly Planned[]): readonly Planned[] {
  const byPath = new Map<Path, Planned[]>();
  return all.filter(plan => {
    const free = plan.files.every(file => (byPath.get(file.path) ?? []).every(other => !meets(plan, other, file)));
    if (free) for (const { path } of plan.files) byPath.set(path, [...(byPath.get(path) ?? []), plan]);
    return free;
  });
}

function meets(plan: Planned, other: Planned, file: FileEdit): boolean {
  const theirs = other.files.filter(({ path }) => path === file.path);
  if ('text' in file || theirs.some(their => 'text' in their)) return true;
  const added = new Set(fieldsOf(other.fix));
  const unlike = added.size > 0 && fieldsOf(plan.fix).length > 0 && fieldsOf(plan.fix).every(field => !added.has(field));
  const inTheWay = (a: TextEdit, b: TextEdit) => touch(a, b) && !(unlike && isInsertion(a) && isInsertion(b));
  return theirs.some(their => 'edits' in their && their.edits.some(a => file.edits.some(b => inTheWay(a, b))));
}

const isInsertion = ({ span }: TextEdit): boolean => span.start === span.end;

function touch({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

/** Fields a fix sets: two of them may be added at the same place, one of them not twice. */
function fieldsOf({ edits }: Fix): readonly string[] {
  return edits.map(edit => (edit.do === 'set' ? (edit.at.pointer.split('/')[1] ?? '') : '')).filter(field => field !== '');
}

/** Answers with the fixes that would have spoilt a document; then nothing is changed. */
function carryOut({ get, apply }: Mendable, plans: readonly Planned[], originals: Map<Path, FileContent>): readonly Planned[] {
  const paths = new Set(plans.flatMap(({ files }) => files.map(({ path }) => path)));
  const before = new Map([...paths].map(path => [path, get(fileContent, path)] as const));
  const sound = new Set([...paths].filter(path => isReadable(get, path)));
  apply([...paths].map(path => ({ path, content: { state: 'text' as const, text: textAfter(get, path, plans) } })));
  const spoilt = new Set([...sound].filter(path => !isReadable(get, path)));
  if (spoilt.size > 0) {
    apply([...before].map(([path, content]) => ({ path, content })));
    return plans.filter(({ files }) => files.some(({ path }) => spoilt.has(path)));
  }
  for (const [path, content] of before) if (!originals.has(path)) originals.set(path, content);
  return [];
}

function textAfter(get: Get, path: Path, plans: readonly Planned[]): string {
  const files = plans.flatMap(plan => plan.files.filter(file => file.path === path));
  const whole = files.find(file => 'text' in file);
  if (whole) return whole.text;
  return applied(
    decode(get(fileContent, path)).text,
    files.flatMap(file => ('edits' in file ? file.edits : [])),
  );
}

function isReadable(get: Get, path: Path): boolean {
  return !get(isDocumentPath, path) || !get(modelled, path).document.problems.some(({ code }) => UNREADABLE.has(code));
}

function changed(get: Get, originals: ReadonlyMap<Path, FileContent>): readonly Mended[] {
  const files = [...originals].map(([path, content]) => ({
    path,
    before: content.state === 'absent' ? undefined : decode(content).text,
    after: decode(get(fileContent, path)).text,
  }));
  return files.filter(({ before, after }) => before !== after).sort((a, b) => (a.path < b.path ? -1 : 1));
}
