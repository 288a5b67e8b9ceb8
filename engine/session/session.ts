/**
 * The engine, opened on one project at one moment. Every face talks to `Session` and `Analysis` and to nothing below.
 *
 * A session holds texts and answers; it opens no file itself and asks no clock.
 */
import { ALL, Cache } from '../base/queries.ts';
import type { Path } from '../base/text.ts';
import { dialects } from '../code/sourceOf.ts';
import { parsedDocument } from '../documents/parse.ts';
import { codeGroup } from '../model/codeGroups.ts';
import type { Outline } from '../model/entry.ts';
import { modelled } from '../model/modelled.ts';
import { outline, rememberedOutline } from '../model/outline.ts';
import { type Own, own, rememberedOwn } from '../rules/run.ts';
import { asOf, CONFIG_PATH, configText, isKindFile, readConfig } from '../model/project.ts';
import { decode } from '../workspace/decode.ts';
import { fileContent, filePaths, type FileChange, type FileSource } from '../workspace/files.ts';
import { type Analysis, analysisOf } from './analysis.ts';

export interface SessionOptions {
  /** The instant everything is judged at, RFC 3339 with offset, or a day. */
  readonly asOf: string;
  /** Where the configuration is read from when the source has none. */
  readonly config?: string;
}

/** What one document contributes by itself. Plain data. */
export interface Facts {
  readonly outline: Outline;
  readonly own: Own;
}

export class Session {
  readonly cache = new Cache();
  readonly #paths: Set<Path>;

  private constructor(source: FileSource, options: SessionOptions) {
    this.#paths = new Set(source.list());
    this.cache.provide(fileContent, path => source.read(path as Path));
    this.cache.set(filePaths, ALL, [...this.#paths].sort());
    this.cache.set(asOf, ALL, options.asOf);
    this.cache.set(dialects, ALL, path => this.cache.get(codeGroup, path)?.dialect);
    this.#judgeBy(this.#paths.has(CONFIG_PATH) ? decode(source.read(CONFIG_PATH)).text : (options.config ?? ''));
  }

  static open(source: FileSource, options: SessionOptions): Session {
    return new Session(source, options);
  }

  /** Takes in changed files. Cheap: nothing is computed until somebody asks. */
  apply(changes: readonly FileChange[]): void {
    let listChanged = false;
    for (const { path, content } of changes) {
      this.cache.set(fileContent, path, content);
      this.#forget(path);
      const present = content.state !== 'absent';
      if (present !== this.#paths.has(path)) listChanged = true;
      if (present) this.#paths.add(path);
      else this.#paths.delete(path);
      if (isKindFile(path)) for (const other of this.#paths) this.#forget(other);
      if (path === CONFIG_PATH) this.#judgeBy(decode(content).text);
    }
    if (listChanged) this.cache.set(filePaths, ALL, [...this.#paths].sort());
  }

  /** Judges everything at another moment. */
  at(instant: string): void {
    this.cache.set(asOf, ALL, instant);
  }

  analysis(): Analysis {
    return analysisOf(this.cache.get);
  }

  /** What a document says and earns by itself, to be kept for another session on the same text. */
  factsOf(path: Path): Facts {
    return { outline: this.cache.get(outline, path), own: this.cache.get(own, path) };
  }

  /** Takes facts kept from an earlier session. They must come from the same text, kinds and configuration. */
  remember(path: Path, facts: Facts): void {
    this.cache.set(rememberedOutline, path, facts.outline);
    this.cache.set(rememberedOwn, path, facts.own);
  }

  /** Lets go of a document's text and tree; what it says stays known, and the text is read again when it is needed. */
  release(path: Path): void {
    for (const fact of [modelled, parsedDocument, fileContent]) this.cache.release(fact, path);
  }

  #forget(path: Path): void {
    if (this.cache.get(rememberedOutline, path) === undefined) return;
    this.cache.set(rememberedOutline, path, undefined);
    this.cache.set(rememberedOwn, path, undefined);
  }

  /** A configuration that cannot be read is a finding on its own lines; the last good one stays in force. */
  #judgeBy(text: string): void {
    const { root, problems } = readConfig(text).yaml;
    const readable = root?.sort === 'map' && !problems.some(({ code }) => code === 'yaml-syntax');
    if (!readable && text.trim() !== '') return;
    if (text !== this.cache.get(configText, ALL)) for (const path of this.#paths) this.#forget(path);
    this.cache.set(configText, ALL, text);
  }
}
