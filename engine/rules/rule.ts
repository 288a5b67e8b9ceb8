/**
 * What a rule is. One rule, one file: its sentence, its reason, its examples, its check. A rule yields reports; severity,
 * ranges and allowances are the runner's business.
 */
import type { Words } from '../base/words.ts';
import type { ChangeSet } from '../workspace/changeSet.ts';
import type { Document, Section } from '../documents/document.ts';
import type { Path } from '../base/text.ts';
import type { Data, EntryOf, Item, Outline } from '../model/entry.ts';
import type { ItemKind, Kind } from '../model/kinds/kinds.ts';
import type { Modelled } from '../model/read/modelled.ts';
import type { Normalised } from '../model/read/normalise.ts';
import type { KeyPlace, LinkPlace, Place, SectionPlace, SpanPlace, ValuePlace } from '../model/place.ts';
import type { Project, Settings } from './project.ts';

export type Severity = 'error' | 'warning' | 'info';

interface RuleMeta {
  /** Namespace and name, stable, never reused: `ticket/cause-required`. */
  readonly id: `${string}/${string}`;
  /** One sentence, present tense: what is true when nothing is found. */
  readonly says: Words;
  /** Why the reader of the contract cares. */
  readonly why: Words;
  /** Clauses of the tender it enforces (C4.5-02), or what else it rests on. */
  readonly clauses?: readonly string[];
  readonly basis?: 'standard' | 'practice';
  readonly severity: Severity;
  /** At least one bad and one good; each is a test and stands in the rule's page. */
  readonly examples: readonly Example[];
}

/**
 * A tiny project: path → text. In a bad example `«…»` marks each place where the rule speaks; `message` is the Chinese
 * message at the first mark. `docket.yml` is one of the files when the rule reads the configuration.
 */
export type Example = ({ readonly good: Files } | { readonly bad: Files; readonly message: string }) & {
  /** The day it is judged on, `2026-05-21` or an instant. */
  readonly asOf?: string;
  /** For a rule about a change: how the files above came about. A mark in `message` is a place in the commit message. */
  readonly change?: ExampleChange;
  /** For a rule about the git repository; without it nothing is known of one. */
  readonly repository?: ExampleRepository;
};
export type Files = Readonly<Record<string, string>>;

export interface ExampleChange {
  /** Files that were different before; null for one that was not there. Without it the change brings every file. */
  readonly before?: Readonly<Record<string, string | null>>;
  /** Of the one commit that makes the change; without it nobody has written it yet. */
  readonly message?: string;
  readonly author?: string;
  readonly at?: string;
  /** `range` unless it is said otherwise. */
  readonly stage?: ChangeSet['stage'];
  /** Tags that contain the commit. */
  readonly tags?: readonly string[];
}

export interface ExampleRepository {
  /** Host by name. */
  readonly remotes?: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
  readonly commits?: readonly ExampleCommit[];
}

export interface ExampleCommit {
  readonly message: string;
  readonly at: string;
  readonly files: readonly string[];
  /** Tags that contain it. */
  readonly tags?: readonly string[];
  /** The files it left, where the rule reads them. */
  readonly tree?: Files;
  /** Fingerprint of the key it is signed with, or the state of its signature. */
  readonly signed?: string;
}

/** About one file by itself: its form, its bytes, its headings. */
export interface DocumentRule extends RuleMeta {
  readonly over: 'document';
  check(page: Modelled, settings: Settings): Iterable<Report>;
}

/** About one record by itself. Reads nothing but its file and the configuration, so its findings are kept with the file. */
export interface EntryRule<D = Data> extends RuleMeta {
  readonly over: 'entry';
  /** Kinds it looks at; absent means every kind. */
  readonly kinds?: readonly string[];
  check(page: EntryPage<D>, settings: Settings): Iterable<Report>;
}

/** About one record and what it has to do with others, the files of the project, or the day it is. */
export interface CrossRule<D = Data> extends RuleMeta {
  readonly over: 'record';
  /** Kinds it looks at, by name or by what they have in common; absent means every kind. */
  readonly kinds?: readonly string[] | ((kind: Kind) => boolean);
  check(entry: EntryOf<D>, project: Project): Iterable<Report>;
}

/** About what one file says to others: its links, its items, whatever its kind. */
export interface OutlineRule extends RuleMeta {
  readonly over: 'outline';
  check(outline: Outline & { readonly path: Path }, project: Project): Iterable<Report>;
}

/** About one item of a document (a requirement, a test case …) in the project. */
export interface ItemRule extends RuleMeta {
  readonly over: 'item';
  /** Item kinds, by name (`srs-item`, `test-case` …) or by what they have in common. */
  readonly kinds: readonly string[] | ((kind: ItemKind) => boolean);
  check(item: Item, project: Project): Iterable<Report>;
}

/** About the project as a whole: what is missing from it. */
export interface ProjectRule extends RuleMeta {
  readonly over: 'project';
  check(project: Project): Iterable<Report>;
}

/** About a change between two moments: what its commits say, what it carries, what it leaves owing. */
export interface ChangeRule extends RuleMeta {
  readonly over: 'change';
  check(change: Change): Iterable<Report>;
}

/** The change with the project before and after it. The project after it judges: its configuration, its records. */
export interface Change extends Omit<ChangeSet, 'before' | 'after'> {
  readonly before: Project;
  readonly after: Project;
}

export type Rule =
  | DocumentRule
  | EntryRule<never>
  | CrossRule<never>
  | OutlineRule
  | ItemRule
  | ProjectRule
  | ChangeRule;

/** One record with its text at hand. */
export interface EntryPage<D = Data> {
  readonly entry: EntryOf<D>;
  readonly data: D;
  readonly kind: Kind;
  readonly document: Document;
  readonly modelled: Modelled;
  readonly normalised: Normalised;
  /** Whether the record's state includes a milestone: `reached('resolved')`. */
  reached(milestone: string): boolean;
  /** A section of the kind by key, if the document has it. */
  section(key: string): Section | undefined;
  /** What a section says, without comments; empty when there is none. */
  content(key: string): string;
  /** Where a value stands: `at('/reporter/org')`; where the record stands: `at()`. */
  at(pointer?: string): ValuePlace;
  atSection(key: string): SectionPlace;
}

/** What a rule says about one place. */
export interface Report {
  readonly at: Place;
  /** Names the thing, says what is wrong and, if there is one, the way out. */
  readonly say: Words;
  /** The record or item it is about, when the place alone does not tell. */
  readonly id?: string;
  /** What this one weighs while nobody set the rule to another level: what is not due yet weighs less. */
  readonly severity?: Severity;
  /** Nothing to say when a chapter of the record's document brings a section of one of these names. */
  readonly unlessChapter?: readonly string[];
  readonly related?: readonly { readonly at: Place; readonly say: Words }[];
  readonly fixes?: readonly Fix[];
}

/** A way out a machine can take. Places are names, so that a fix fits the text as it is when somebody takes it. */
export interface Fix {
  readonly title: Words;
  /** Right in every case: `docket fix` takes it. Others wait for a person to choose. */
  readonly safe: boolean;
  readonly edits: readonly FixEdit[];
}

/**
 * One step of a fix. It names the place it changes, with its row where a journal holds the record, so that it cannot reach
 * another one.
 */
export type FixEdit =
  /** Sets a value: in the frontmatter, adding the key when it is not there, or in the cell of a row, adding the column. */
  | { readonly do: 'set'; readonly at: ValuePlace; readonly value: unknown }
  /** Gives a key of a frontmatter another name. The columns of a journal belong to all its rows and keep theirs. */
  | { readonly do: 'rename-key'; readonly at: KeyPlace; readonly to: string }
  /** Puts words in the place of others. */
  | { readonly do: 'replace'; readonly at: SpanPlace; readonly text: string }
  /** Write what an embed shows now beside it, in place of what it was frozen to before; or take that away. */
  | { readonly do: 'freeze' | 'thaw'; readonly at: LinkPlace }
  /** Adds a section to a document, or fills the cell that a row has for it, adding the column. */
  | { readonly do: 'add-section'; readonly at: SectionPlace; readonly text: string }
  | { readonly do: 'create'; readonly path: Path; readonly text: string }
  /** Write the whole file anew (reports and ledgers that are generated). */
  | { readonly do: 'write'; readonly path: Path; readonly text: string };

/** These only help the type checker: a rule is the object it is given. */
export const documentRule = (rule: Omit<DocumentRule, 'over'>): DocumentRule => ({ over: 'document', ...rule });
export const entryRule = <D = Data>(rule: Omit<EntryRule<D>, 'over'>): EntryRule<D> => ({ over: 'entry', ...rule });
export const crossRule = <D = Data>(rule: Omit<CrossRule<D>, 'over'>): CrossRule<D> => ({ over: 'record', ...rule });
export const outlineRule = (rule: Omit<OutlineRule, 'over'>): OutlineRule => ({ over: 'outline', ...rule });
export const itemRule = (rule: Omit<ItemRule, 'over'>): ItemRule => ({ over: 'item', ...rule });
export const projectRule = (rule: Omit<ProjectRule, 'over'>): ProjectRule => ({ over: 'project', ...rule });
export const changeRule = (rule: Omit<ChangeRule, 'over'>): ChangeRule => ({ over: 'change', ...rule });
