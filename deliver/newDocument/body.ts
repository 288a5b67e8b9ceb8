/** The text below the frontmatter: a heading, the sections the kind asks for, each with its hint, table or quotation. */
import type { Language } from '../../engine/base/words.ts';
import type { Catalogue, Field, Kind, SectionSpec } from '../../engine/model/kinds/kinds.ts';
import { tableText } from '../../engine/writing/table.ts';
import { hintFor } from './hints.ts';

/** What the body of a new document is made from. */
export interface BodyParts {
  readonly kind: Kind;
  readonly catalogue: Catalogue;
  readonly specs: readonly SectionSpec[];
  readonly language: Language;
  /** `![[WX-2026-0003#问题原因分析]]` for a section another document has written already. */
  quote(section: string): string | undefined;
  /** Rows to begin a table with, cell by cell. */
  rows(field: Field, constants: object): readonly (readonly string[])[];
}

/** The body of a new document: its heading, and every section that its kind asks for. */
export function bodyText(heading: string, parts: BodyParts): string {
  return [`# ${heading}`, ...sectionTexts(parts.specs, 2, parts)].join('\n\n') + '\n';
}

/** A section that is not asked for is left out. */
function sectionTexts(specs: readonly SectionSpec[], level: number, parts: BodyParts): readonly string[] {
  return specs.flatMap(spec => {
    const below = sectionTexts(spec.sections, level + 1, parts);
    const tables = tablesIn(spec, parts);
    if (!isSectionAsked(spec) && below.length === 0 && tables.length === 0) return [];
    const heading = `${'#'.repeat(level)} ${spec.label[parts.language]}`;
    const said = parts.quote(spec.key);
    const content =
      said === undefined
        ? tables.length > 0
          ? tables
          : below.length > 0
            ? []
            : [hintFor(spec, parts.kind.sections, parts.catalogue, parts.language)]
        : [said, ...tables];
    return [heading, ...content, ...below];
  });
}

function isSectionAsked({ required, requiredFrom }: SectionSpec): boolean {
  return required || requiredFrom !== undefined;
}

/** An empty table for each list that is written in this section. */
function tablesIn({ key }: SectionSpec, parts: BodyParts): readonly string[] {
  return [...parts.kind.fields.byKey.values()].flatMap(field => {
    const constants = field.table?.get(key);
    const columns = constants === undefined ? [] : headerOf(field, constants);
    return columns.length === 0
      ? []
      : [
          tableText(
            columns.map(({ label }) => label[parts.language]),
            parts.rows(field, constants ?? {}),
          ),
        ];
  });
}

/** Columns a person fills: not what the section gives every row, nor what is computed. */
export function headerOf(field: Field, constants: object): readonly Field[] {
  const all = [...(field.of?.fields?.byKey.values() ?? [])];
  return all.filter(
    ({ key, derived, table }) => !Object.hasOwn(constants, key) && derived === undefined && table === undefined,
  );
}
