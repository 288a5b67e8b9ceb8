/**
 * Kinds of documents as the engine uses them: the data of `docs-schema/` with groups merged in and labels made findable.
 * `docs-schema/README.md` explains every key.
 */
import type { Words } from '../../base/words.ts';
import type { FormName } from '../config/settingForms.ts';

/** All kinds, items and relations that a project has, by key and by name. */
export interface Catalogue {
  /** Lines that say what belongs under a heading, by key of the section, for sections without a hint of their own. */
  readonly hints: ReadonlyMap<string, Words>;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly items: ReadonlyMap<string, ItemKind>;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly profiles: ReadonlyMap<string, ReadonlyMap<string, readonly SectionSpec[]>>;
  /** Classes of service that the tender names, by key. */
  readonly serviceClasses: ReadonlyMap<string, Words>;
  /** What an identifier as written may be: the kind of document or item whose pattern it matches. */
  kindOfId(id: string): string | undefined;
  /** The kind a `type:` value, label or alias means. */
  kindNamed(name: string): Kind | undefined;
}

/** A kind of document. */
export interface Kind {
  readonly key: string;
  readonly label: Words;
  readonly aliases: readonly string[];
  readonly id: RegExp | undefined;
  readonly idSource: string | undefined;
  readonly numbered: 'year' | 'month' | 'week' | 'plain' | 'none';
  readonly folder: string | undefined;
  readonly folderPattern: RegExp | undefined;
  /** Whether a file is of this kind by its path alone, as `files:` of the kind says. */
  isFile(path: string): boolean;
  readonly groups: readonly string[];
  /** `revisions`: a document that is revised from version to version; `own`: each document is one version. */
  readonly versions: 'revisions' | 'own' | 'none';
  /** Where it comes in lists of kinds, lowest first; those without a place come last. */
  readonly place: number | undefined;
  /** Whether each approved change says of these documents that it affects them (`stated`), or may say so. */
  readonly impact: 'stated' | 'possible' | undefined;
  /** The name of the command that makes them from the records; undefined where people write them. */
  readonly madeBy: string | undefined;
  /** Milestones besides a final state that count as done at acceptance; undefined where acceptance does not ask. */
  readonly finished: readonly string[] | undefined;
  /** Its approval permits what a commit or a script does: `Change:` may name it. */
  readonly approves: boolean;
  readonly ledger: InLedger;
  /** The class of service that its records show, a key of `serviceClasses`. */
  readonly serviceClass: string | undefined;
  /** By kind of the record that a new one follows from: what the new one takes over from it. */
  readonly takesOver: ReadonlyMap<string, TakenOver>;
  /** The field whose date the record is about. */
  readonly event: string | undefined;
  readonly states: ReadonlyMap<string, State>;
  readonly fields: Fields;
  readonly times: readonly string[];
  readonly links: readonly string[];
  readonly sections: readonly SectionSpec[];
  readonly signers: readonly Signer[];
}

/** How ledgers show the records of a kind. */
export interface InLedger {
  /** Whether a sheet names these records beside one that they are linked with. */
  readonly named: boolean;
  /** The sheet that lists them, where data alone says how. */
  readonly sheet: SheetSpec | undefined;
}

/** The sheet of the ledger that lists a kind. */
export interface SheetSpec {
  /** Key of the section of the kind `ledger` that holds it; a sheet of a project's own is titled by its kind. */
  readonly key: string;
  /** Fields with a date: a record is listed when one of them lies in the period. */
  readonly within: readonly string[];
  readonly columns: readonly {
    readonly field: string;
    readonly label: Words | undefined /** The cell is empty before this date. */;
    readonly after: string | undefined;
  }[];
}

/** Field or section of the new record, by what the source calls it. */
export interface TakenOver {
  /** Section of the new record → section of the source that it embeds. */
  readonly sections: Readonly<Record<string, string>>;
  /** Field of the new record → a field of the source, and the value each of its values leads to. */
  readonly values: Readonly<Record<string, { readonly of: string; readonly as: Readonly<Record<string, string>> }>>;
}

/** A state that a record of a kind can be in. */
export interface State {
  readonly key: string;
  readonly label: Words;
  readonly aliases: readonly string[];
  readonly reached: ReadonlySet<string>;
  readonly resting: boolean;
  readonly final: boolean;
  /** Off the main line: void, rejected, reopened. */
  readonly side: boolean;
  /** The document counts as signed, approved or closed: what it embeds is frozen. */
  readonly signed: boolean;
  readonly to: readonly string[];
}

/** A signature that a document needs. */
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

/** What the value of a field is. */
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

/** A field of a document, of a row or of docket.yml. */
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
  /** Of an attribute of an item: columns of the matrix that may stay empty once it is written. */
  readonly spares: readonly string[];
  /** Of an attribute of an item: it names the items that write this relation to it. */
  readonly answeredBy: string | undefined;
  /** Of a path: the file is a script that the record lists. */
  readonly script: boolean;
  /** Of a column: it stays the same from one record to the next, so that a new one begins with it. */
  readonly lasts: boolean;
  /** For `derived: value_of_id`: the values, each with the pattern of the identifiers that mean it. */
  readonly byId: Readonly<Record<string, string>> | undefined;
  /** For `derived: grade_of_total`: the values, best first, each with the least total it needs. */
  readonly bands: Readonly<Record<string, number>> | undefined;
  /** Of a setting of docket.yml: the form of its text, as `forms.ts` reads it. */
  readonly form?: FormName;
  /** Of a map: the key that a single value is read as (`onsite_min: 9` is `{ value: 9 }`). */
  readonly short?: string;
  /** Of a map: `false` says that there is none. */
  readonly off?: boolean;
  /** What a value that cannot be read counts as: the strictest reading. */
  readonly unread?: string | number | boolean;
  /** Its names are kinds of documents, which a project may add to. */
  readonly takesKinds?: boolean;
  /** What it means, in a sentence; the clause it comes from. Only while the description is compiled. */
  readonly means?: Words;
  readonly clause?: string;
}

/** The values that a field may have, with their names. */
export interface Enumeration {
  readonly name: string;
  readonly values: ReadonlyMap<string, Words>;
  readonly named: ReadonlyMap<string, string>;
  /** Of a sort of change: the group of code it is about, by value. */
  readonly code: ReadonlyMap<string, string>;
}

/** A section that a document of a kind has. */
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
  /** What belongs here, in one line for its author. */
  readonly hint: Words | undefined;
  readonly sections: readonly SectionSpec[];
}

/** A kind of item inside documents: a requirement, a design unit, a test case. */
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
  /** It has a line of its own in the matrix. */
  readonly traced: boolean;
  /** The column of the matrix that these items fill. */
  readonly column: MatrixColumn | undefined;
  /** Columns of the matrix that must not be empty for such an item. */
  readonly coveredBy: readonly string[];
}

/** A column of the matrix; `code` is the one that items do not fill. */
export interface MatrixColumn {
  readonly key: string;
  readonly label: Words;
}

/** What one item or document says of another. */
export interface Relation {
  readonly key: string;
  readonly label: Words;
  readonly aliases: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The item that writes it owes when the item it points at moves. */
  readonly owes: boolean;
  /** How a change of code goes on: `along` from the item that writes it to the one it names, `back` from the named one to its writer. */
  readonly reach: 'along' | 'back' | undefined;
  readonly inverse: Words;
}

/** Whether a milestone lies behind a record in this state. Unknown states have reached nothing. */
export function hasReached(kind: Kind, status: string | undefined, milestone: string): boolean {
  return kind.states.get(status ?? '')?.reached.has(milestone) ?? false;
}

/** Whether items of the kind describe code: they have the attribute `code`, and owe when that code moves. */
export function isBoundToCode(kind: ItemKind | undefined): boolean {
  return kind?.attributes.byKey.has('code') ?? false;
}

/** As lists of kinds show them: by their place, those without one behind, in the order they are given. */
export function byPlace<K extends Pick<Kind, 'place'>>(kinds: Iterable<K>): readonly K[] {
  return [...kinds].sort((a, b) => (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER));
}
