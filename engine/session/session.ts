/**
 * The engine, opened on one project at one moment. Every face talks to `Session` and `Analysis` and to nothing below.
 *
 * A session holds texts and answers; it opens no file itself and asks no clock.
 */
import { ALL, Cache } from '../base/queries.ts';
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
import { type Base, holdsSince, keysOf, type Since } from './change/earlierMoment.ts';

export interface SessionOptions {
  /** The instant everything is judged at, RFC 3339 with offset, or a day. */
  readonly asOf: string;
  /** What is known of the git repository; asked when a rule asks. */
  readonly repository?: () => RepositoryFacts | undefined;
  /** Where the configuration is read from when the source has none. */
  readonly config?: string;
  /** An earlier moment, and what differs from it in the source: the rest of the source is not even listed. */
  readonly base?: { readonly known: Base; readonly since: Since };
}

/** What one document contributes by itself. Plain data. */
export interface Facts {
  readonly outline: Outline;
  readonly own: Own;
}

export class Session {
  readonly cache = new Cache();
  readonly #files: ChangingListing;
  /** Beginnings of paths that somebody asked the files of. */
  readonly #listed = new Set<string>();
  /** Documents whose facts were not made here. */
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

  static open(source: FileSource, options: SessionOptions): Session {
    return new Session(source, options);
  }

  /** Takes in changed files. Cheap: nothing is computed until somebody asks. */
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

  /** Judges everything at another moment. */
  at(instant: string): void {
    this.cache.set(asOf, ALL, instant);
  }

  /** Takes in what became of the git repository. */
  knowRepository(facts: RepositoryFacts | undefined): void {
    this.cache.set(repositoryFacts, ALL, facts);
  }

  analysis(): Analysis {
    return analysisOf(this.cache.get);
  }

  /** The configuration in force: of one that cannot be read, the last that could. */
  configText(): string {
    return this.cache.get(configText, ALL);
  }

  /** The keys under which a document has entries, by index; `Base.documentsUnder` answers for them later. */
  keysOf(document: Path): readonly (readonly [index: string, keys: Iterable<string>])[] {
    return keysOf(this.cache.get, document);
  }

  /** A file as it is at this moment. */
  read(path: Path): FileContent {
    return this.cache.get(isPresent, path) ? this.cache.get(fileContent, path) : ABSENT;
  }

  /** What a document says and earns by itself, to be kept for another session on the same text. */
  factsOf(path: Path): Facts {
    return { outline: this.cache.get(outline, path), own: this.cache.get(own, path) };
  }

  /** Takes facts kept from an earlier session. They must come from the same text, kinds and configuration. */
  remember(path: Path, facts: Facts): void {
    this.#remembered.add(path);
    this.cache.set(rememberedOutline, path, facts.outline);
    this.cache.set(rememberedOwn, path, facts.own);
  }

  /** Looks through all code for tags, one text at a time: whoever asks for them later finds them known. */
  readTags(): void {
    const { cache } = this;
    for (const path of cache.get(codePaths, ALL)) {
      cache.get(taggedCode.entries, path);
      for (const fact of [codeSource, fileContent]) cache.release(fact, path);
    }
  }

  /** Lets go of a document's text and tree; what it says stays known, and the text is read again when it is needed. */
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

  /** A configuration that cannot be read is a finding on its own lines; the last good one stays in force. */
  #judgeBy(text: string): void {
    if (!isReadableConfig(text)) return;
    if (text !== this.cache.get(configText, ALL)) this.#forgetAll();
    this.cache.set(configText, ALL, text);
  }
}
