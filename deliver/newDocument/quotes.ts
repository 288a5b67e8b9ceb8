/**
 * What a document takes over from the one it follows from. Texts are not copied but embedded, so that they are written once
 * and follow their source; single values are copied, because a form must state them. `takes_over` of a kind says which is which.
 */
import type { Data, Entry } from '../../engine/model/entry.ts';
import type { Catalogue, Field, Kind } from '../../engine/model/kinds/kinds.ts';

/** The section of the source that says what a section of the new document has to say. */
export function quotedSection(kind: Kind, section: string, from: Entry): string | undefined {
  const source = kind.takesOver.get(from.kind)?.sections[section];
  return source !== undefined && from.row === undefined && from.sections.includes(source) ? source : undefined;
}

/** A value of the source that the new document states too. */
export function carriedQuotes(from: Entry, kind: Kind, field: Field, catalogue: Catalogue): unknown {
  const rule = kind.takesOver.get(from.kind)?.values[field.key];
  if (rule !== undefined) return rule.as[String(from.data[rule.of] ?? '')];
  if (field.type === 'ref' && field.to.includes(from.kind)) return from.id;
  if (field.of?.type === 'ref' && field.of.to.includes(from.kind)) return [from.id];
  const source = catalogue.kinds.get(from.kind)?.fields.byKey.get(field.key);
  return source !== undefined && isOneFact(field, source) ? from.data[field.key] : undefined;
}

/** Of one name and one meaning, and a fact of the matter rather than of the record. */
function isOneFact(field: Field, source: Field): boolean {
  if (field.key === 'module') return true;
  const isOwn =
    ['status', 'created', 'author'].includes(field.key) || ['date', 'datetime', 'person'].includes(field.type);
  return field.required && !isOwn && field.type === source.type && field.enum?.name === source.enum?.name;
}

/** `links:` of the new document: the relation of its kind that leads to the source. */
export function linkTo(from: Entry, kind: Kind, catalogue: Catalogue): Data | undefined {
  const relations = kind.links.filter(key => catalogue.relations.get(key)?.to.includes(from.kind));
  const relation = relations.find(key => key === from.kind.replaceAll('-', '_')) ?? relations[0];
  return relation === undefined ? undefined : { [relation]: [from.id] };
}
