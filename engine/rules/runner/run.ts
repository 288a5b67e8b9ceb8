/**
 * Runs the rules. Remarks that depend only on one document are kept apart from those that depend on others: the first
 * are kept with the file, the second with the answers they used.
 *
 * Result: `findingsIn(path)`, ready to print: with range and severity, without those an allowance covers.
 */
import { ALL, type Get, input, query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import { asPath, type Path } from '../../base/text.ts';
import type { Words } from '../../base/words.ts';
import { GrammarUnreadable } from '../../code/symbols/syntax.ts';
import type { Allowance } from '../../documents/document.ts';
import { modelled } from '../../model/read/modelled.ts';
import { chapterHeadings, outline } from '../../model/outline.ts';
import { atValue } from '../../model/place.ts';
import { catalogue, config, isConfigLost, isDocumentPath } from '../../model/config/projectConfig.ts';
import { allowed } from './allowances.ts';
import { rules } from '../catalogue.generated.ts';
import { waitingFor } from '../config/dependents.ts';
import { rulesKnown, unknownRules } from '../config/rulesKnown.ts';
import { type Finding, findingOf, inOrder } from './finding.ts';
import { pageOf } from './page.ts';
import { type Project, projectOf } from '../project.ts';
import type { CrossRule, DocumentRule, EntryRule, ItemRule, OutlineRule, ProjectRule, Remark, Rule } from '../rule.ts';
import { levels } from './ruleLevels.ts';

/** A remark with the rule that made it. */
export interface Ruled {
  readonly rule: string;
  readonly remark: Remark;
}

const ofDocuments = rules.filter((rule): rule is DocumentRule => rule.over === 'document');
const ofEntries = rules.filter(
  (rule): rule is EntryRule<never> => rule.over === 'entry',
) as unknown as readonly EntryRule[];
const ofRecords = rules.filter(
  (rule): rule is CrossRule<never> => rule.over === 'record',
) as unknown as readonly CrossRule[];
const ofOutlines = rules.filter((rule): rule is OutlineRule => rule.over === 'outline');
const ofItems = rules.filter((rule): rule is ItemRule => rule.over === 'item');
const ofProject = rules.filter((rule): rule is ProjectRule => rule.over === 'project');

const rulesById: ReadonlyMap<string, Rule> = new Map(rules.map(rule => [rule.id, rule]));

/** Remarks that depend only on the text of one file, the configuration and the kinds. */
export interface Own {
  readonly remarks: readonly Ruled[];
  readonly allowances: readonly Allowance[];
}

/** Such remarks kept from an earlier run with the same text, kinds and configuration; key: the path of the file. */
export const rememberedOwn = input<Own | undefined>('rememberedOwn', undefined);

/** Remarks about one file that depend only on it; key: its path. */
export const own = query<Own>(
  'own',
  (path, get) =>
    get(rememberedOwn, path) ?? { remarks: ownRemarks(path, get), allowances: get(modelled, path).document.allowances },
  sameData,
);

function ownRemarks(path: string, get: Get): readonly Ruled[] {
  const page = get(modelled, path);
  const settings = { config: get(config, ALL), catalogue: get(catalogue, ALL) };
  const remarks = ofDocuments
    .filter(on(get))
    .flatMap(rule => guarded(rule, asPath(path), () => rule.check(page, settings)));
  const active = ofEntries.filter(on(get));
  for (const placed of page.entries) {
    const view = pageOf(page, placed);
    for (const rule of active) {
      if (concerns(rule, placed.entry.kind, settings))
        remarks.push(...guarded(rule, asPath(path), () => rule.check(view, settings)));
    }
  }
  return remarks;
}

/** Remarks about one file that depend on other documents, on files or on the day; key: its path. */
const crossRemarks = query<readonly Ruled[]>(
  'crossRemarks',
  (path, get) => {
    const seen = get(outline, path);
    const { entries, items } = seen;
    const project = projectOf(get);
    const facing = { ...seen, path: asPath(path) };
    const remarks = ofOutlines
      .filter(on(get))
      .flatMap(rule => guarded(rule, facing.path, () => rule.check(facing, project)));
    for (const entry of entries) {
      for (const rule of ofRecords.filter(on(get))) {
        if (concerns(rule, entry.kind, project))
          remarks.push(...guarded(rule, entry.path, () => rule.check(entry, project)));
      }
    }
    for (const item of items) {
      for (const rule of ofItems.filter(on(get))) {
        if (concernsItem(rule, item.kind, project))
          remarks.push(...guarded(rule, item.path, () => rule.check(item, project)));
      }
    }
    return remarks;
  },
  sameData,
);

const remarksOfProjectRule = query<readonly Ruled[]>(
  'remarksOfProjectRule',
  (id, get) => {
    const rule = rulesById.get(id) as ProjectRule;
    return guarded(rule, asPath('docket.yml'), () => rule.check(projectOf(get)));
  },
  sameData,
);

/** Remarks of the project rules, by the path they point to. */
const projectRemarks = query<ReadonlyMap<string, readonly Ruled[]>>('projectRemarks', (_all, get) => {
  const unknown = [...unknownRules(get(config, ALL).rules, [...rulesById.keys()])].map(remark => ({
    rule: rulesKnown.id,
    remark,
  }));
  const asked = get(isConfigLost, ALL)
    ? ofProject.filter(({ id }) => id === 'config/readable')
    : ofProject.filter(on(get));
  const ruled = [...asked.flatMap(rule => get(remarksOfProjectRule, rule.id)), ...unknown];
  return Map.groupBy(ruled, ({ remark }) => remark.at.path as string);
});

const projectRemarksAt = query<readonly Ruled[]>(
  'projectRemarksAt',
  (path, get) => get(projectRemarks, ALL).get(path) ?? [],
  sameData,
);

/** The remarks of one project rule, without running the others. */
export function remarksOfRule(get: Get, id: string): readonly Ruled[] {
  return get(levels, ALL).get(id) === 'off' ? [] : get(remarksOfProjectRule, id);
}

const NONE: Own = { remarks: [], allowances: [] };

/** The findings at a path, in order, without those an allowance covers. */
export const findingsIn = query<readonly Finding[]>(
  'findingsIn',
  (path, get) => {
    const { remarks, allowances } = remarksAt(get, path);
    const found = placed(get, remarks);
    return allowed(get, asPath(path), found, allowances).sort(inOrder);
  },
  sameData,
);

/** All remarks at a path, with its allowances. */
export function remarksAt(get: Get, path: string): Own {
  if (get(isConfigLost, ALL)) return { remarks: get(projectRemarksAt, path), allowances: [] };
  const { remarks, allowances } = get(isDocumentPath, path) ? remarksOf(get, path) : NONE;
  return { remarks: [...remarks, ...get(projectRemarksAt, path)], allowances };
}

/** The remarks about one document from all rules except the project rules, with its allowances. */
export function remarksOf(get: Get, document: string): Own {
  const { remarks, allowances } = get(own, document);
  const standing = remarks.filter(({ remark }) => !standsInChapter(get, remark));
  return { remarks: [...standing, ...get(crossRemarks, document)], allowances };
}

/** The findings of these remarks: with range and severity; those of rules that are off are left out. */
export function placed(get: Get, remarks: readonly Ruled[]): readonly Finding[] {
  return remarks.map(({ rule, remark }) => findingOf(get, rule, remark)).filter(finding => finding !== undefined);
}

/** Whether a missing section is in a chapter of the document, which is a file of its own. */
function standsInChapter(get: Get, { id, unlessChapter }: Remark): boolean {
  if (id === undefined || unlessChapter === undefined) return false;
  const headings = get(chapterHeadings, id);
  return unlessChapter.some(name => headings.includes(name));
}

/** Paths that are not documents and have remarks. */
export function otherPlaces(get: Get): readonly Path[] {
  return [...get(projectRemarks, ALL).keys()]
    .map(asPath)
    .filter(path => !get(isDocumentPath, path))
    .sort();
}

/** Whether a rule is on and every setting it needs can be read. */
export function on(get: Get): (rule: { readonly id: string }) => boolean {
  const all = get(levels, ALL);
  const waiting = waitingFor(get(config, ALL).unread);
  return rule => all.get(rule.id) !== 'off' && !waiting.has(rule.id);
}

function concerns(
  { kinds }: Pick<CrossRule, 'kinds'>,
  name: string,
  { catalogue }: Pick<Project, 'catalogue'>,
): boolean {
  if (typeof kinds !== 'function') return kinds === undefined || kinds.includes(name);
  const kind = catalogue.kinds.get(name);
  return kind !== undefined && kinds(kind);
}

function concernsItem(
  { kinds }: Pick<ItemRule, 'kinds'>,
  name: string,
  { catalogue }: Pick<Project, 'catalogue'>,
): boolean {
  if (typeof kinds !== 'function') return kinds.includes(name);
  const kind = catalogue.items.get(name);
  return kind !== undefined && kinds(kind);
}

/**
 * Runs one check. When it throws, that is a remark of `docket/rule-failed`, and the other rules go on.
 *
 * @throws GrammarUnreadable when a grammar is missing; without that part of the program the answer would be wrong.
 */
export function guarded(rule: { readonly id: string }, path: Path | undefined, check: () => Iterable<Remark>): Ruled[] {
  try {
    return [...check()].map(remark => ({ rule: rule.id, remark }));
  } catch (error) {
    if (error instanceof GrammarUnreadable) throw error;
    const what = wordsOf(error);
    const say = { zh: `规则 ${rule.id} 出错：${what.zh}`, en: `Rule ${rule.id} failed: ${what.en}` };
    return [{ rule: 'docket/rule-failed', remark: { at: atValue(path ?? asPath('docket.yml'), ''), say } }];
  }
}

/** The words of an error: errors of a host carry them in both languages. */
function wordsOf(error: unknown): Words {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof Error && 'says' in error ? (error.says as Words) : { zh: message, en: message };
}
