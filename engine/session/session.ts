/**
 * A session: the engine, opened on one project at one moment. Faces use `Session`, `Analysis` and the other files of
 * this folder, and nothing below.
 *
 * A session holds texts and answers. It opens no file and reads no clock: the host gives it both.
 */
import { ALL } from '../base/queries.ts';
import { Cache } from '../base/cache.ts';
import type { Path } from '../base/text.ts';
import { codeSource, dialects } from '../code/sourceOf.ts';
import { parsedDocument } from '../documents/parse.ts';
import { codePaths, taggedCode } from '../links/code/taggedCode.ts';
import { codeGroup } from '../model/config/codeGroups.ts';
import type { Outline } from '../model/entry.ts';
import { modelled } from '../model/read/modelled.ts';
import { outline, rememberedOutline } from '../model/outline.ts';
import { type Own, own, rememberedOwn } from '../rules/runner/run.ts';
import {
  asOf,
  CONFIG_PATH,
  configText,
  documentPaths,
  isDocumentPath,
  isKindFile,
  isReadableConfig,
} from '../model/config/projectConfig.ts';
import { decode } from '../workspace/decode.ts';
import {
  ABSENT,
  fileContent,
  type FileContent,
  filePaths,
  isPresent,
  type FileChange,
  type FileSource,
} from '../workspace/files.ts';
import { ChangingListing, listingOf } from '../workspace/listing.ts';
import { type RepositoryFacts, repositoryFacts } from '../workspace/repositoryFacts.ts';
import { type Analysis, analysisOf } from './analysis.ts';
import { type Base, holdsSince, indexKeysOf, type Since } from './change/earlierMoment.ts';

/** How a session is opened. */
interface SessionOptions {
  /** The instant of judgement: RFC 3339 with offset, or a day, which means its end. */
  readonly asOf: string;
  /** Gives the facts of the git repository. It is called when a rule needs them. */
  readonly repository?: () => RepositoryFacts | undefined;
  /** The text of the configuration for a source without docket.yml. */
  readonly config?: string;
  /** An earlier moment, and the files that differ from it. The other files of the source are not listed. */
  readonly base?: { readonly known: Base; readonly since: Since };
}

/** The outline of a document and the reports of rules that read only this document. Plain data. */
export interface DocumentFacts {
  readonly outline: Outline;
  readonly own: Own;
}

/** A project at one moment. It takes in changes of files and of the moment, and answers through `analysis()`. */
export class Session {
  readonly cache = new Cache();
  readonly #files: ChangingListing;
  /** The prefixes of paths that were listed. */
  readonly #listed = new Set<string>();
  /** Documents whose facts come from an earlier session. */
  readonly #remembered = new Set<Path>();
  #base: Base | undefined;

  private constructor(source: FileSource, { asOf: instant, config: otherwise = '', base, repository }: SessionOptions) {
    const holding = base !== undefined && holdsSince(base.since) ? base : undefined;
    this.#files = holding
      ? new ChangingListing(holding.known.files, holding.since)
      : new ChangingListing(listingOf(source.list()));
    this.cache.provide(fileContent, path => source.read(path as Path));
    this.cache.provide(isPresent, path => this.#files.has(path as Path));
    this.cache.provide(filePaths, start => this.#list(start));
    this.cache.set(asOf, ALL, instant);
    if (repository) this.cache.provide(repositoryFacts, repository);
    this.cache.set(dialects, ALL, path => this.cache.get(codeGroup, path)?.dialect);
    this.#judgeBy(
      holding?.known.config ?? (this.#files.has(CONFIG_PATH) ? decode(source.read(CONFIG_PATH)).text : otherwise),
    );
    if (holding) this.#standOn(holding.known, holding.since);
  }

  /** Opens a session on the files of a source. Nothing is computed until it is asked for. */
  static open(source: FileSource, options: SessionOptions): Session {
    return new Session(source, options);
  }

  /** Takes in changed files. This is cheap: nothing is computed until it is asked for. */
  apply(changes: readonly FileChange[]): void {
    const moved: Path[] = [];
    for (const { path, content } of changes) {
      const present = content.state !== 'absent';
      this.cache.set(fileContent, path, content);
      this.#memberChanged(path);
      if (this.#files.set(path, present)) moved.push(path);
      this.cache.set(isPresent, path, present);
      if (isKindFile(path)) this.#forgetAll();
      if (path === CONFIG_PATH) this.#judgeBy(decode(content).text);
    }
    for (const start of this.#listed) {
      if (moved.some(path => path.startsWith(start)))
        this.cache.set(filePaths, start, this.#files.beginningWith(start));
    }
  }

  /** Sets the instant of judgement: RFC 3339 with offset, or a day. */
  at(instant: string): void {
    this.cache.set(asOf, ALL, instant);
  }

  /** Sets the facts of the git repository; undefined when there is none. */
  knowRepository(facts: RepositoryFacts | undefined): void {
    this.cache.set(repositoryFacts, ALL, facts);
  }

  /** Answers questions about the project as it is when they are asked. */
  analysis(): Analysis {
    return analysisOf(this.cache.get);
  }

  /** The text of the configuration in force. When docket.yml cannot be read, it is the last text that could. */
  configText(): string {
    return this.cache.get(configText, ALL);
  }

  /** The keys under which a document has entries, by index. `Base.documentsUnder` answers from them later. */
  keysOf(document: Path): readonly (readonly [index: string, keys: Iterable<string>])[] {
    return indexKeysOf(this.cache.get, document);
  }

  /** The content of a file at this moment. */
  read(path: Path): FileContent {
    return this.cache.get(isPresent, path) ? this.cache.get(fileContent, path) : ABSENT;
  }

  /** The facts of a document, to be kept for a later session on the same text. */
  factsOf(path: Path): DocumentFacts {
    return { outline: this.cache.get(outline, path), own: this.cache.get(own, path) };
  }

  /** Takes facts kept from an earlier session. They must come from the same text, kinds and configuration. */
  remember(path: Path, facts: DocumentFacts): void {
    this.#remembered.add(path);
    this.cache.set(rememberedOutline, path, facts.outline);
    this.cache.set(rememberedOwn, path, facts.own);
  }

  /**
   * Reads the tags of all code, one file at a time and without keeping the texts, so that later questions about tags
   * are fast.
   */
  readTags(): void {
    const { cache } = this;
    for (const path of cache.get(codePaths, ALL)) {
      cache.get(taggedCode.entries, path);
      for (const fact of [codeSource, fileContent]) cache.release(fact, path);
    }
  }

  /**
   * Removes the text and the tree of a document from memory. Its outline stays; the text is read again when it is
   * needed.
   */
  release(path: Path): void {
    for (const fact of [modelled, parsedDocument, fileContent]) this.cache.release(fact, path);
  }

  #list(start: string): readonly Path[] {
    this.#listed.add(start);
    return this.#files.beginningWith(start);
  }

  #standOn(known: Base, since: Since): void {
    const under = (index: string, key: string) => known.documentsUnder(index, key);
    this.cache.standOn({ members: documentPaths, isMember: isDocumentPath, under });
    this.cache.provide(rememberedOutline, path => this.#recall(path as Path)?.outline(path as Path));
    this.cache.provide(rememberedOwn, path => this.#recall(path as Path)?.own(path as Path));
    this.#base = known;
    for (const path of since.keys()) this.#memberChanged(path);
  }

  #recall(path: Path): Base | undefined {
    if (this.#base) this.#remembered.add(path);
    return this.#base;
  }

  #memberChanged(path: Path): void {
    this.cache.memberChanged(path);
    if (this.#base || this.#remembered.has(path)) this.#forget(path);
  }

  #forget(path: Path): void {
    this.#remembered.delete(path);
    this.cache.set(rememberedOutline, path, undefined);
    this.cache.set(rememberedOwn, path, undefined);
  }

  #forgetAll(): void {
    this.#base = undefined;
    this.cache.standAlone();
    for (const path of this.#remembered) this.#forget(path);
  }

  /** A configuration that cannot be read gives findings on its own lines; the last readable one stays in force. */
  #judgeBy(text: string): void {
    if (!isReadableConfig(text)) return;
    if (text !== this.cache.get(configText, ALL)) this.#forgetAll();
    this.cache.set(configText, ALL, text);
  }
}
