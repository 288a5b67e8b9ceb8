/**
 * Kinds of documents as the engine uses them: the data of `docs-schema/` with groups merged in and labels made findable.
 * `docs-schema/README.md` explains every key.
 */
import type { Words } from '../base/words.ts';
import type { FormName } from './forms.ts';

export interface Catalogue {
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly items: ReadonlyMap<string, ItemKind>;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly profiles: ReadonlyMap<string, ReadonlyMap<string, readonly SectionSpec[]>>;
  /** What an identifier as written may be: the kind of document or item whose pattern it matches. */
  kindOfId(id: string): string | undefined;
  /** The kind a `type:` value, label or alias means. */
  kindNamed(name: string): Kind | undefined;
}

export interface Kind {
  readonly key: string;
  readonly label: Words;
  readonly aliases: readonly string[];
  readonly id: RegExp | undefined;
  readonly idSource: string | undefined;
  readonly numbered: 'year' | 'month' | 'week' | 'plain' | 'none';
  readonly folder: string | undefined;
  readonly folderPattern: RegExp | undefined;
  readonly groups: readonly string[];
  /** The field whose date the record is about. */
  readonly event: string | undefined;
  readonly states: ReadonlyMap<string, State>;
  readonly fields: Fields;
  readonly times: readonly string[];
  readonly links: readonly string[];
  readonly sections: readonly SectionSpec[];
  readonly signers: readonly Signer[];
}

export interface State {
  readonly key: string;
  readonly label: Words;
  readonly aliases: readonly string[];
  readonly reached: ReadonlySet<string>;
  readonly resting: boolean;
  readonly final: boolean;
  /** Off the main line: void, rejected, reopened. */
  readonly side: boolean;
  /** The document stands as signed, approved or closed: what it embeds is frozen. */
  readonly signed: boolean;
  readonly to: readonly string[];
}

export interface Signer {
  readonly role: string;
  readonly from: string;
  readonly if?: Readonly<Record<string, unknown>>;
  readonly rule?: string;
}

/** Fields of a map, found by folded key, label or alias (`fold` in compileFields). */
export interface Fields {
  readonly byKey: ReadonlyMap<string, Field>;
  readonly named: ReadonlyMap<string, string>;
}

export type FieldType =
  | 'text'
  | 'date'
  | 'datetime'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'enum'
  | 'ref'
  | 'person'
  | 'system'
  | 'module'
  | 'path'
  | 'glob'
  | 'sha256'
  | 'version'
  | 'kind'
  | 'state'
  | 'links'
  | 'map'
  | 'list'
  | 'any';

export interface Field {
  readonly key: string;
  readonly label: Words;
  readonly aliases: readonly string[];
  readonly type: FieldType;
  readonly required: boolean;
  readonly requiredFrom: string | undefined;
  readonly requiredIf: Readonly<Record<string, unknown>> | undefined;
  readonly rule: string | undefined;
  readonly derived: string | undefined;
  readonly default: unknown;
  readonly defaultFrom: string | undefined;
  readonly enum: Enumeration | undefined;
  readonly fields: Fields | undefined;
  /** What a list holds; of a map, what its other keys hold. */
  readonly of: Field | undefined;
  /** Sections whose tables may hold this list, with the values each gives its rows. */
  readonly table: ReadonlyMap<string, Readonly<Record<string, unknown>>> | undefined;
  /** Kinds a reference may lead to; empty means any. */
  readonly to: readonly string[];
  /** The relation that an attribute or field writes. */
  readonly relation: string | undefined;
  readonly pattern: string | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly itemsMin: number | undefined;
  /** Of an attribute of a row: it counts for the signature of the item. */
  readonly meaning: boolean;
  /** Of a setting of docket.yml: the form of its text, as `forms.ts` reads it. */
  readonly form?: FormName;
  /** Of a map: the key that a single value stands for (`onsite_min: 9` is `{ value: 9 }`). */
  readonly short?: string;
  /** Of a map: `false` says that there is none. */
  readonly off?: boolean;
  /** What a value that cannot be read counts as: the strictest reading. */
  readonly unread?: string | number;
  /** Its names are kinds of documents, which a project may add to. */
  readonly takesKinds?: boolean;
  /** What it means, in a sentence; the clause it comes from. Only while the description is compiled. */
  readonly means?: Words;
  readonly clause?: string;
}

export interface Enumeration {
  readonly name: string;
  readonly values: ReadonlyMap<string, Words>;
  readonly named: ReadonlyMap<string, string>;
}

export interface SectionSpec {
  readonly key: string;
  readonly label: Words;
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly requiredFrom: string | undefined;
  readonly requiredIf: Readonly<Record<string, unknown>> | undefined;
  readonly rule: string | undefined;
  /** Fewest characters of real content. */
  readonly min: number;
  readonly sections: readonly SectionSpec[];
}

export interface ItemKind {
  readonly key: string;
  readonly label: Words;
  readonly id: RegExp;
  readonly idSource: string;
  /** Kinds of documents it lives in; empty means any. */
  readonly kinds: readonly string[];
  /** A heading or a table row that begins with the id, a section with the attribute list, or rows of a frontmatter field. */
  readonly form: 'heading' | 'row' | 'section' | 'field';
  readonly attributes: Fields;
}

export interface Relation {
  readonly key: string;
  readonly label: Words;
  readonly aliases: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Whoever writes it owes when the item it points at moves. */
  readonly owes: boolean;
  readonly inverse: Words;
}

/** Whether a milestone lies behind a record in this state. Unknown states have reached nothing. */
export function hasReached(kind: Kind, status: string | undefined, milestone: string): boolean {
  return kind.states.get(status ?? '')?.reached.has(milestone) ?? false;
}
