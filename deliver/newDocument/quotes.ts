/**
 * What a document takes over from the one it follows from. Texts are not copied but embedded, so that they are written once
 * and follow their source; single values are copied, because a form must state them.
 */
import type { Data, Entry } from '../../engine/model/entry.ts';
import type { Catalogue, Field, Kind } from '../../engine/model/kinds.ts';

type Quoted = Readonly<Record<string, string>>;

/** `NEW KIND < SOURCE KIND`: section of the new document ← section of the source. What is not listed is a matter of its own. */
const SECTIONS: Readonly<Record<string, Quoted>> = {
  'change-approval<ticket': { reason: 'cause', content: 'solution' },
  'change-approval<requirement': { reason: 'need', content: 'solution' },
  'change-approval<incident-report': { reason: 'root_cause', content: 'prevention' },
  'data-fix<ticket': { description: 'description', cause: 'cause', plan: 'solution' },
  'requirement<ticket': { need: 'description' },
  'incident-report<ticket': { overview: 'description', root_cause: 'cause', recovery: 'solution' },
  'confirmation<requirement': { content: 'solution' },
  'deployment<change-approval': { overview: 'content' },
  'standard-revision<requirement': { background: 'background' },
};

/** Values that follow from one of the source: field ← field of the source, by value. */
const VALUES: Readonly<Record<string, Readonly<Record<string, { readonly of: string; readonly as: Quoted }>>>> = {
  'change-approval<ticket': { reason_type: { of: 'kind', as: { defect: 'defect', fault: 'defect', requirement: 'requirement', data: 'data_fix' } } },
  'change-approval<requirement': { reason_type: { of: 'type', as: { requirement: 'requirement' } } },
  'change-approval<standard-revision': { reason_type: { of: 'type', as: { 'standard-revision': 'standard' } } },
  'data-fix<ticket': {
    cause: {
      of: 'cause_category',
      as: { business_error: 'business_error', program_defect: 'program_defect', environment: 'environment', data_quality: 'migration' },
    },
  },
};

/** The section of the source that says what a section of the new document has to say. */
export function quotedSection(kind: Kind, section: string, from: Entry): string | undefined {
  const source = SECTIONS[`${kind.key}<${from.kind}`]?.[section];
  return source !== undefined && from.row === undefined && from.sections.includes(source) ? source : undefined;
}

/** A value of the source that the new document states too. */
export function carried(from: Entry, kind: Kind, field: Field, catalogue: Catalogue): unknown {
  const rule = VALUES[`${kind.key}<${from.kind}`]?.[field.key];
  if (rule !== undefined) return rule.as[String(from.data[rule.of] ?? '')];
  if (field.type === 'ref' && field.to.includes(from.kind)) return from.id;
  if (field.of?.type === 'ref' && field.of.to.includes(from.kind)) return [from.id];
  const source = catalogue.kinds.get(from.kind)?.fields.byKey.get(field.key);
  return source !== undefined && isOneFact(field, source) ? from.data[field.key] : undefined;
}

/** Of one name and one meaning, and a fact of the matter rather than of the record. */
function isOneFact(field: Field, source: Field): boolean {
  if (field.key === 'module') return true;
  const isOwn = ['status', 'created', 'author'].includes(field.key) || ['date', 'datetime', 'person'].includes(field.type);
  return field.required && !isOwn && field.type === source.type && field.enum?.name === source.enum?.name;
}

/** `links:` of the new document: the relation of its kind that leads to the source. */
export function linkTo(from: Entry, kind: Kind, catalogue: Catalogue): Data | undefined {
  const relations = kind.links.filter(key => catalogue.relations.get(key)?.to.includes(from.kind));
  const relation = relations.find(key => key === from.kind.replaceAll('-', '_')) ?? relations[0];
  return relation === undefined ? undefined : { [relation]: [from.id] };
}
