/**
 * A document as parsed, before its kind is known and before anything is judged.
 *
 * In: text. Out: frontmatter with the place of every key and value, sections, tables, attributes, mentions, allowances
 * and problems.
 *
 * Invariant: parsing never throws; a broken file gives a document with problems in it.
 */
import type { Path, Span } from '../base/text.ts';
import type { EncodingFault } from '../workspace/decode.ts';

/** The parts of one Markdown file. Every span is a pair of UTF-16 offsets into `text`. */
export interface Document {
  readonly path: Path;
  readonly text: string;
  readonly frontmatter: YamlMap | undefined;
  /** From the opening `---` line to the end of the closing one; the place of findings about the whole frontmatter. */
  readonly head: Span;
  /** In the order of the text. A heading of level 1 is usually the title. */
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  readonly mentions: readonly Mention[];
  readonly fileLinks: readonly FileLink[];
  readonly allowances: readonly Allowance[];
  readonly problems: readonly Problem[];
}

/** A value in YAML with its place. */
export type YamlNode = YamlScalar | YamlMap | YamlList;

/** A single YAML value. */
export interface YamlScalar {
  readonly sort: 'scalar';
  readonly value: string | number | boolean | null;
  /** The text as written, without quotes: `1.10` stays `1.10`. */
  readonly raw: string;
  readonly span: Span;
}

/** A YAML map; pairs in the order written, a repeated key only once (the first). */
export interface YamlMap {
  readonly sort: 'map';
  readonly pairs: readonly YamlPair[];
  readonly span: Span;
}

/** A key of a YAML map with its value. */
export interface YamlPair {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}

/** A YAML list. */
interface YamlList {
  readonly sort: 'list';
  readonly items: readonly YamlNode[];
  readonly span: Span;
}

/** A heading and the text below it. */
export interface Section {
  /** 1 to 6. */
  readonly level: number;
  /** The text of the heading as written, with its number. */
  readonly title: string;
  readonly titleSpan: Span;
  /** The text below the heading, up to the next heading of any level. */
  readonly own: Span;
  /** The heading and all below it, up to the next heading of the same or a higher level. */
  readonly whole: Span;
  /** Index (from 0) of the section that contains this one; undefined at the top. */
  readonly parent: number | undefined;
  /** The `- 满足：REQ-REV-012` lines of the list directly below the heading. */
  readonly attributes: readonly Attribute[];
}

/** A `name：value` line of the list directly below a heading. */
export interface Attribute {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
}

/** A GFM table. */
export interface Table {
  /** Index (from 0) of the section that contains it; undefined before the first heading. */
  readonly section: number | undefined;
  readonly header: readonly Cell[];
  readonly rows: readonly TableRow[];
  readonly span: Span;
}

/** A row of a table below its header. */
export interface TableRow {
  readonly cells: readonly Cell[];
  readonly span: Span;
}

/** A cell of a table: its Markdown text without the blanks around it. */
export interface Cell {
  readonly text: string;
  readonly span: Span;
}

/** An identifier as written in running text or in a link. It may name something that does not exist. */
export interface Mention {
  /** `link`: `[[id]]`. `embed`: `![[id#section]]`. `bare`: an identifier in running text. */
  readonly form: 'link' | 'embed' | 'bare';
  readonly target: string;
  readonly section: string | undefined;
  readonly span: Span;
  /** For an embed: the offset behind its block, where its frozen quotation is or would be written. */
  readonly behind?: number;
  readonly frozen?: FrozenEmbed;
}

/** The text an embed showed when its document was signed (see `frozen.ts`). */
export interface FrozenEmbed {
  readonly text: string;
  /** The SHA-256 digest that is written in the mark, in hexadecimal. */
  readonly digest: string;
  /** From its mark to the end of the quotation. */
  readonly span: Span;
}

/** `[words](path/to/file.md)`: a Markdown link to a file. */
export interface FileLink {
  readonly url: string;
  readonly span: Span;
}

/** A comment that permits findings of one rule, with a reason: `<!-- docket allow RULE: reason -->` */
export interface Allowance {
  readonly rule: string;
  readonly reason: string;
  readonly span: Span;
  /**
   * The part of the file it covers: the section that contains it, or the whole file when that is the title section or
   * there is none.
   */
  readonly covers: Span;
}

/** What is wrong. `markdown`: the parser failed; the other codes name the fault. */
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

/** A part of a file that could not be read as meant. */
export interface Problem {
  readonly code: ProblemCode;
  /** The message of the parser, or the name concerned; may be empty. */
  readonly detail: string;
  readonly span: Span;
}
