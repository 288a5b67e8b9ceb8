/**
 * What one file says, before anybody asks whether it is right or what kind it is.
 *
 * In: text. Out: frontmatter with the place of every key and value, sections, tables, attributes, mentions, allowances
 * and problems. Invariant: parsing never throws; a broken file gives a document with problems in it.
 */
import type { Path, Span } from '../base/text.ts';
import type { EncodingFault } from '../workspace/decode.ts';

export interface Document {
  readonly path: Path;
  readonly text: string;
  readonly frontmatter: YamlMap | undefined;
  /** From the first `---` to after the last; where a finding about the frontmatter as a whole stands. */
  readonly head: Span;
  /** In order. Level 1 is usually the title. */
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  readonly mentions: readonly Mention[];
  readonly fileLinks: readonly FileLink[];
  readonly allowances: readonly Allowance[];
  readonly problems: readonly Problem[];
}

export type YamlNode = YamlScalar | YamlMap | YamlList;

export interface YamlScalar {
  readonly sort: 'scalar';
  readonly value: string | number | boolean | null;
  /** The words as written, without quotes: `1.10` stays `1.10`. */
  readonly raw: string;
  readonly span: Span;
}

export interface YamlMap {
  readonly sort: 'map';
  readonly pairs: readonly YamlPair[];
  readonly span: Span;
}

export interface YamlPair {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}

export interface YamlList {
  readonly sort: 'list';
  readonly items: readonly YamlNode[];
  readonly span: Span;
}

export interface Section {
  readonly level: number;
  /** The heading's words, as written. */
  readonly title: string;
  readonly titleSpan: Span;
  /** The text under this heading up to the next heading of any level. */
  readonly own: Span;
  /** Up to the next heading of this level or above. */
  readonly whole: Span;
  /** Index of the section this one stands in. */
  readonly parent: number | undefined;
  /** `- 满足：REQ-REV-012` lines of the list right under the heading. */
  readonly attributes: readonly Attribute[];
}

export interface Attribute {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
}

export interface Table {
  /** Index of the section it stands in. */
  readonly section: number | undefined;
  readonly header: readonly Cell[];
  readonly rows: readonly TableRow[];
  readonly span: Span;
}

export interface TableRow {
  readonly cells: readonly Cell[];
  readonly span: Span;
}

export interface Cell {
  readonly text: string;
  readonly span: Span;
}

/** An identifier as written. It may lead nowhere. */
export interface Mention {
  /** `[[id]]`, `![[id#section]]`, or an identifier in running text. */
  readonly form: 'link' | 'embed' | 'bare';
  readonly target: string;
  readonly section: string | undefined;
  readonly span: Span;
  /** Of an embed: where its frozen quotation stands or would stand, behind the block it is written in. */
  readonly behind?: number;
  readonly frozen?: Frozen;
}

/** What an embed showed when its document was signed (`frozen.ts`). */
export interface Frozen {
  readonly text: string;
  /** SHA-256 of the text as it was written beside it. */
  readonly digest: string;
  /** From its mark to the end of the quotation. */
  readonly span: Span;
}

/** `[words](path/to/file.md)`: a Markdown link to a file. */
export interface FileLink {
  readonly url: string;
  readonly span: Span;
}

/** `<!-- docket allow RULE: reason -->` */
export interface Allowance {
  readonly rule: string;
  readonly reason: string;
  readonly span: Span;
  /** What it covers: the section it stands in, or the whole file when it stands before the first section. */
  readonly covers: Span;
}

export type ProblemCode =
  | EncodingFault
  | 'conflict-marker'
  | 'markdown'
  | 'frontmatter-open'
  | 'frontmatter-not-yaml'
  | 'frontmatter-too-large'
  | 'frontmatter-not-a-map'
  | 'yaml-syntax'
  | 'yaml-alias'
  | 'yaml-duplicate-key';

export interface Problem {
  readonly code: ProblemCode;
  /** What the parser said, or the name concerned. */
  readonly detail: string;
  readonly span: Span;
}
