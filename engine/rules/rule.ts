/**
 * What a rule is. Each rule is one file: its sentence, its reason, its examples, its check. A rule yields reports; the
 * runner adds severity, ranges and allowances.
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
  /** One sentence in the present tense: what is true when the rule finds nothing. */
  readonly says: Words;
  /** Why this matters under the contract. */
  readonly why: Words;
  /**
   * Clauses of the tender that the rule enforces (C4.5-02). Without clauses, `basis` names another source: a standard
   * or good practice.
   */
  readonly clauses?: readonly string[];
  readonly basis?: 'standard' | 'practice';
  readonly severity: Severity;
  /** At least one bad and one good example; each is a test and appears on the page of the rule. */
  readonly examples: readonly Example[];
}

/**
 * A tiny project: path → text. In a bad example `«…»` marks each place of a report; `message` is the Chinese message at
 * the first mark. `docket.yml` is one of the files when the rule reads the configuration.
 */
export type Example = ({ readonly good: Files } | { readonly bad: Files; readonly message: string }) & {
  /** The day of the check, `2026-05-21` or an instant. */
  readonly asOf?: string;
  /**
   * For a rule about a change: how the files above were changed. A mark in `message` is a place in the commit message.
   */
  readonly change?: ExampleChange;
  /** For a rule about the git repository; without it there is no repository. */
  readonly repository?: ExampleRepository;
};
export type Files = Readonly<Record<string, string>>;

/** The change that leads to the files of an example. */
export interface ExampleChange {
  /**
   * Files that were different before the change; null for a file that did not exist. Without it the change adds every
   * file.
   */
  readonly before?: Readonly<Record<string, string | null>>;
  /** The message of the one commit that makes the change; without it there is no message yet. */
  readonly message?: string;
  readonly author?: string;
  readonly at?: string;
  /** Default: `range`. */
  readonly stage?: ChangeSet['stage'];
  /** Tags that contain the commit. */
  readonly tags?: readonly string[];
}

/** The git repository of an example. */
export interface ExampleRepository {
  /** Host of each remote, by the name of the remote. */
  readonly remotes?: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
  readonly commits?: readonly ExampleCommit[];
}

/** One commit in the repository of an example. */
export interface ExampleCommit {
  readonly message: string;
  readonly at: string;
  readonly files: readonly string[];
  /** Tags that contain it. */
  readonly tags?: readonly string[];
  /** The files of its tree that the rule reads. */
  readonly tree?: Files;
  /** Fingerprint of the key that signed it, or the state of its signature. */
  readonly signed?: string;
}

/** A rule about one file alone: its form, its bytes, its headings. */
export interface DocumentRule extends RuleMeta {
  readonly over: 'document';
  check(page: Modelled, settings: Settings): Iterable<Remark>;
}

/**
 * A rule about one record alone. It reads only its file and the configuration, so its findings are kept with the file.
 */
export interface EntryRule<D = Data> extends RuleMeta {
  readonly over: 'entry';
  /** Kinds that it checks; absent means every kind. */
  readonly kinds?: readonly string[];
  check(page: EntryPage<D>, settings: Settings): Iterable<Remark>;
}

/** A rule about one record and its relation to other records, to files of the project, or to the day of the check. */
export interface CrossRule<D = Data> extends RuleMeta {
  readonly over: 'record';
  /** Kinds that it checks, by name or by a property; absent means every kind. */
  readonly kinds?: readonly string[] | ((kind: Kind) => boolean);
  check(entry: EntryOf<D>, project: Project): Iterable<Remark>;
}

/** A rule about the links and items of one file, for every kind of document. */
export interface OutlineRule extends RuleMeta {
  readonly over: 'outline';
  check(outline: Outline & { readonly path: Path }, project: Project): Iterable<Remark>;
}

/** A rule about one item of a document (a requirement, a test case …) and the project. */
export interface ItemRule extends RuleMeta {
  readonly over: 'item';
  /** Item kinds that it checks, by name (`srs-item`, `test-case` …) or by a property. */
  readonly kinds: readonly string[] | ((kind: ItemKind) => boolean);
  check(item: Item, project: Project): Iterable<Remark>;
}

/** A rule about the project as a whole: what is missing in it. */
export interface ProjectRule extends RuleMeta {
  readonly over: 'project';
  check(project: Project): Iterable<Remark>;
}

/** A rule about a change between two moments: its commit messages, its content, and the debts it leaves. */
export interface ChangeRule extends RuleMeta {
  readonly over: 'change';
  check(change: Change): Iterable<Remark>;
}

/** The change with the project before and after it. Rules judge by the configuration and the records after it. */
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

/** One record together with the text of its document. */
export interface EntryPage<D = Data> {
  readonly entry: EntryOf<D>;
  readonly data: D;
  readonly kind: Kind;
  readonly document: Document;
  readonly modelled: Modelled;
  readonly normalised: Normalised;
  /** Whether the record's state includes a milestone: `reached('resolved')`. */
  reached(milestone: string): boolean;
  /** The section that the kind gives this key; undefined when the document lacks it. */
  section(key: string): Section | undefined;
  /** The text of a section without comments; empty when there is no such section. */
  content(key: string): string;
  /** The place of a value, `at('/reporter/org')`, or of the record, `at()`. */
  at(pointer?: string): ValuePlace;
  /** The place of a section by the key of the kind. */
  atSection(key: string): SectionPlace;
}

/** What a rule says about one place (a remark), before it has a severity and a range. */
export interface Remark {
  readonly at: Place;
  /** Names the thing, states the problem and, where possible, what to do. */
  readonly say: Words;
  /** The record or item it is about, when the place alone does not tell. */
  readonly id?: string;
  /** Severity of this report when no setting changes the level of the rule; used for what is not due yet. */
  readonly severity?: Severity;
  /** The report is dropped when a chapter of the document of the record has a section with one of these names. */
  readonly unlessChapter?: readonly string[];
  readonly related?: readonly { readonly at: Place; readonly say: Words }[];
  readonly fixes?: readonly Fix[];
}

/** A correction that a program can make. Its places are names, so that it fits the text at the time it is applied. */
export interface Fix {
  readonly title: Words;
  /** Correct in every case: `docket fix` applies it. A person has to choose the others. */
  readonly safe: boolean;
  readonly edits: readonly FixEdit[];
}

/**
 * One step of a fix. It names the place it changes, with its row where a journal holds the record, so that it cannot
 * reach another one.
 */
export type FixEdit =
  /**
   * Sets a value: in the frontmatter, adding the key when it is not there, or in the cell of a row, adding the column.
   */
  | { readonly do: 'set'; readonly at: ValuePlace; readonly value: unknown }
  /** Gives a key of a frontmatter another name. The columns of a journal belong to all its rows and keep theirs. */
  | { readonly do: 'rename-key'; readonly at: KeyPlace; readonly to: string }
  /** Replaces a span of text. */
  | { readonly do: 'replace'; readonly at: SpanPlace; readonly text: string }
  /** `freeze` writes the content of an embed beside it and replaces earlier frozen content; `thaw` removes it. */
  | { readonly do: 'freeze' | 'thaw'; readonly at: LinkPlace }
  /** Adds a section to a document, or fills the cell that a row has for it, adding the column. */
  | { readonly do: 'add-section'; readonly at: SectionPlace; readonly text: string }
  | { readonly do: 'create'; readonly path: Path; readonly text: string }
  /** Writes the whole file again (generated reports and ledgers). */
  | { readonly do: 'write'; readonly path: Path; readonly text: string };

/** The functions below only help the type checker: each returns the rule it is given. */
export const documentRule = (rule: Omit<DocumentRule, 'over'>): DocumentRule => ({ over: 'document', ...rule });
export const entryRule = <D = Data>(rule: Omit<EntryRule<D>, 'over'>): EntryRule<D> => ({ over: 'entry', ...rule });
export const crossRule = <D = Data>(rule: Omit<CrossRule<D>, 'over'>): CrossRule<D> => ({ over: 'record', ...rule });
export const outlineRule = (rule: Omit<OutlineRule, 'over'>): OutlineRule => ({ over: 'outline', ...rule });
export const itemRule = (rule: Omit<ItemRule, 'over'>): ItemRule => ({ over: 'item', ...rule });
export const projectRule = (rule: Omit<ProjectRule, 'over'>): ProjectRule => ({ over: 'project', ...rule });
export const changeRule = (rule: Omit<ChangeRule, 'over'>): ChangeRule => ({ over: 'change', ...rule });
