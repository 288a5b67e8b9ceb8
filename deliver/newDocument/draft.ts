/**
 * A new document as it would be written, with the list of what its author still has to type.
 *
 * In: the project and a request. Out: a path and a text, or a refusal with the way out. Nothing is written here.
 * Invariant: in its initial state the text has no errors but those for the values listed to type.
 */
import type { Language, Words } from '../../engine/base/words.ts';
import { parsePeriod, periodLabel } from '../../engine/measure/time/period.ts';
import type { Field, Kind, SectionSpec } from '../../engine/model/kinds/kinds.ts';
import { sampleId } from '../../engine/rules/id/sampleId.ts';
import type { Project } from '../../engine/rules/project.ts';
import { frontmatterText, type Line } from '../../engine/writing/frontmatter.ts';
import { type NewText, planned } from '../filePlan.ts';
import { type BodyParts, bodyText, headerOf } from './body.ts';
import { carriedRows } from './carriedRows.ts';
import { slotLines } from './slotLines.ts';
import { nextIdentifier, pathOf } from './identifier.ts';
import { linkTo, quotedSection } from './quotes.ts';
import type { Request } from './request.ts';
import { emptySlots, type Slot, slotsOf } from './values.ts';

type Drafted = Draft | { readonly refused: Words };

/** A new document. */
export interface Draft {
  readonly id: string;
  readonly file: NewText;
  /** Labels of the values and sections that stay empty and are due at once. */
  readonly toType: readonly Words[];
}

/** The new document as a plan, or why it cannot be made. */
export function draftOf(project: Project, request: Request): Drafted {
  const { config, catalogue } = project;
  const { kind } = request;
  if (kind.madeBy !== undefined) return { refused: isGenerated(kind) };
  const slots = slotsOf({ ...request, config, catalogue });
  if (kind.key === 'journal' && request.given.get('of') === undefined) return { refused: noFolder(kind) };
  const id = identifierOf(project, request, slots);
  if (id === undefined) return { refused: cannotNumber(kind) };
  if (project.find(id) !== undefined) return { refused: alreadyThere(id, project) };
  const folder = kind.folder ?? catalogue.kindNamed(String(request.given.get('of') ?? ''))?.folder;
  if (folder === undefined) return { refused: noFolder(kind) };
  if (/\{(?!year\})/.test(folder)) return { refused: openFolder(kind, folder) };
  const dropped = withoutPlace(request, slots, specsOf(project, kind, slots));
  if (dropped !== undefined) return { refused: dropped };
  return written(project, request, id, pathOf(folder, id, request.today), slots);
}

function written(project: Project, request: Request, id: string, path: string, slots: readonly Slot[]): Draft {
  const { kind, from } = request;
  const { language } = project.config;
  const specs = specsOf(project, kind, slots);
  const title =
    request.title ??
    textOf(request.given.get('title')) ??
    (from === undefined ? undefined : textOf(from.data['title'])) ??
    evidentTitle(request, id, language);
  const link = from === undefined ? undefined : linkTo(from, kind, project.catalogue);
  const head: readonly Line[] = [
    ['id', id],
    ['type', kind.key],
    ...slotLines(slots, language),
    ...(link === undefined ? [] : [['links', link] as const]),
  ];
  const quote = (section: string) =>
    request.told?.get(section) ??
    (from === undefined ? undefined : embed(project, from.id, from.kind, quotedSection(kind, section, from)));
  const before = project
    .entries(kind.key)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .at(-1);
  const rows = (field: Field, constants: object) =>
    carriedRows(field, constants, before, project.config, request.today);
  const body = bodyText(title ?? `【${TITLE[language]}】`, {
    kind,
    catalogue: project.catalogue,
    specs,
    language,
    quote,
    rows,
  });
  const due = specs.filter(spec => spec.required && quote(spec.key) === undefined);
  const cells = [...kind.fields.byKey.values()].flatMap(field => emptyCells(field, rows));
  const toType = [
    ...(title === undefined ? [TITLE] : []),
    ...emptySlots(slots).map(({ field }) => field.label),
    ...cells,
    ...due.map(({ label }) => label),
  ];
  return { id, file: planned(project, path, `${frontmatterText(head)}\n${body}`), toType };
}

/** The first of the typed values and sections that the document would have no place for. */
function withoutPlace(
  { kind, given, told = new Map() }: Request,
  slots: readonly Slot[],
  specs: readonly SectionSpec[],
): Words | undefined {
  const placed = new Set([...pathsOf(slots), 'id', 'title', ...specs.map(({ key }) => key)]);
  const name = [...given.keys(), ...told.keys()].find(
    key => !placed.has(key) && !(kind.key === 'journal' && key === 'of'),
  );
  if (name === undefined) return undefined;
  return {
    zh: `没有新建：--set ${name} 在新的${kind.label.zh}中没有位置，会丢失。请去掉它，建好后写在文件里。`,
    en: `Nothing was created: a new ${kind.label.en} has no place for --set ${name}, and it would be lost. Leave it out, and write it in the file afterwards.`,
  };
}

function pathsOf(slots: readonly Slot[]): readonly string[] {
  return slots.flatMap(slot => (slot.sort === 'map' ? pathsOf(slot.slots) : slot.sort === 'value' ? [slot.path] : []));
}

/** A list that is due at once and lives in a table: its cells in rows that are there already, else the list itself. */
function emptyCells(field: Field, rows: BodyParts['rows']): readonly Words[] {
  const cells = [...(field.table ?? [])].flatMap(([, constants]) => {
    const columns = headerOf(field, constants);
    return rows(field, constants).flatMap(row =>
      columns.flatMap(({ required, label }, n) => (required && row[n] === '' ? [label] : [])),
    );
  });
  return cells.length > 0 || field.table === undefined || !field.required ? cells : [field.label];
}

const TITLE: Words = { zh: '标题', en: 'Title' };

/** A staff record is titled by the person's name, a record of a week or a month by that. */
function evidentTitle({ kind, given }: Request, id: string, language: Language): string | undefined {
  if (kind.fields.byKey.get('title')?.defaultFrom === 'name') return textOf(given.get('name'));
  const period =
    kind.numbered === 'week' || kind.numbered === 'month' ? parsePeriod(id.slice(id.indexOf('-') + 1)) : undefined;
  const of = kind.key === 'journal' ? undefined : kind.label[language];
  return period === undefined || of === undefined
    ? undefined
    : language === 'zh'
      ? `${periodLabel(period).zh}${of}`
      : `${of}, ${periodLabel(period).en}`;
}

function specsOf({ catalogue }: Project, kind: Kind, slots: readonly Slot[]): readonly SectionSpec[] {
  const slot = slots.find(({ path }) => path === 'template_profile');
  const profile = slot?.sort === 'value' ? catalogue.profiles.get(String(slot.value))?.get(kind.key) : undefined;
  return profile ?? kind.sections;
}

function embed(
  { catalogue, config }: Project,
  id: string,
  kind: string,
  section: string | undefined,
): string | undefined {
  const label =
    section === undefined ? undefined : catalogue.kinds.get(kind)?.sections.find(({ key }) => key === section)?.label;
  return label === undefined ? undefined : `![[${id}#${label[config.language]}]]`;
}

function identifierOf(
  project: Project,
  { kind, given, today, takenElsewhere }: Request,
  slots: readonly Slot[],
): string | undefined {
  const written = given.get('id');
  if (written !== undefined) return String(written);
  const system = slots.find(({ path }) => path === 'system');
  const of = kind.key === 'journal' ? project.catalogue.kindNamed(String(given.get('of') ?? '')) : undefined;
  if (of !== undefined) return `${of.idSource?.split('-', 1)[0]}-${today.slice(0, 7)}`;
  const here = project
    .entries(kind.key)
    .flatMap(({ id, data }) => [id, ...formerIds((data as { formerly?: unknown }).formerly)]);
  const taken = new Set([...here, ...takenElsewhere]);
  return nextIdentifier(kind, {
    today,
    taken,
    system: system?.sort === 'value' ? String(system.value) : project.config.systems[0]?.code,
  });
}

function formerIds(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null || value === '' ? undefined : String(value);
}

function isGenerated({ madeBy, label }: Kind): Words {
  return {
    zh: `${label.zh}由单据生成，不手工编写：docket ${madeBy} --period 2026-05 --write。`,
    en: `${label.en}: generated from the records, not written by hand: docket ${madeBy} --period 2026-05 --write.`,
  };
}

function cannotNumber({ label, idSource = '' }: Kind): Words {
  return {
    zh: `${label.zh}的编号由期间或系统决定，无法自动取号：请指定，例如 --set id=${sampleId(idSource)}。`,
    en: `${label.en}: its number depends on a period or a system. Give it, as in --set id=${sampleId(idSource)}.`,
  };
}

function alreadyThere(id: string, project: Project): Words {
  const path = project.find(id)?.entry?.path ?? '';
  return {
    zh: `${id} 已经存在：${path}。请在其中补充，或用 --set id=… 另取编号。`,
    en: `${id} exists: ${path}. Add to it, or give another number with --set id=….`,
  };
}

function openFolder({ label }: Kind, folder: string): Words {
  return {
    zh: `${label.zh}放在 ${folder}，其中 {…} 只有编写人知道：请在相应目录中手工新建文件。`,
    en: `${label.en} lies in ${folder}, and only its author knows what {…} is: make the file there by hand.`,
  };
}

function noFolder({ label }: Kind): Words {
  return {
    zh: `${label.zh}要指明登记类型：--set of=service-order。`,
    en: `${label.en} needs the kind of its rows: --set of=service-order.`,
  };
}
