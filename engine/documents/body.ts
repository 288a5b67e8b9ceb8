/**
 * The body of a document: tables, mentions of identifiers, links to files, and allowances, found in one walk over the
 * Markdown tree.
 */
import type { Span } from '../base/text.ts';
import type { Allowance, Cell, FileLink, Mention, Section, Table, TableRow } from './document.ts';
import { frozenAt } from './frozen.ts';
import { childrenOf, type MarkdownNode, type MarkdownTree, nodeSpan } from './markdown.ts';
import { sectionMoved, sectionAt } from './sections.ts';

/** What the walk finds. Spans are offsets into the whole file. */
interface Body {
  readonly tables: readonly Table[];
  readonly mentions: readonly Mention[];
  readonly fileLinks: readonly FileLink[];
  readonly allowances: readonly Allowance[];
}

/**
 * Reads the body of a document. `text` is the body alone, and `tree` its Markdown tree; `offset` is where the body
 * starts in the file.
 */
export function readBody(tree: MarkdownTree, text: string, offset: number, sections: readonly Section[]): Body {
  const reader = new BodyReader(text, offset, sections);
  reader.readBlocks(tree.children);
  return reader;
}

/** `[[id]]`, `[[id#section]]`, `[[id|words]]`, each also as an embed with `!`. */
const LINK = /(!?)\[\[([^[\]|#\n]{1,200})(?:#([^[\]|\n]{1,200}))?(?:\|[^\]\n]{0,200})?\]\]/g;
/** Anything with the form of an identifier. Whether it is one depends on the kinds (`engine/model`). */
export const BARE_ID = /(?<![\w/.-])[A-Z]{1,8}(?:\d(?:\.\d)*)?(?:-[A-Z0-9.]+)+(?![\w-])/g;
/** How deep blocks and inline elements may nest; deeper content is ignored, because recursion needs stack. */
const DEEPEST = 100;
const ALLOW = /^<!--\s*docket\s+allow\s+([\w-]+\/[\w-]+)\s*[:：]?\s*([\s\S]*?)\s*-->$/;

class BodyReader implements Body {
  readonly tables: Table[] = [];
  readonly mentions: Mention[] = [];
  readonly fileLinks: FileLink[] = [];
  readonly allowances: Allowance[] = [];
  readonly #text: string;
  readonly #offset: number;
  readonly #sections: readonly Section[];

  constructor(text: string, offset: number, sections: readonly Section[]) {
    this.#text = text;
    this.#offset = offset;
    this.#sections = sections;
  }

  /**
   * A frozen quotation repeats another document, so it is not read. In one block, the first quotation belongs to the
   * first embed.
   */
  readBlocks(blocks: readonly MarkdownNode[]): void {
    let unfrozen: readonly number[] = [];
    for (let n = 0; n < blocks.length; n++) {
      const [first, ...others] = unfrozen;
      const frozen = first === undefined ? undefined : frozenAt(blocks, n, this.#text);
      if (first === undefined || frozen === undefined) {
        unfrozen = this.#block(blocks[n] as MarkdownNode);
        continue;
      }
      const span = sectionMoved(frozen.span, this.#offset);
      this.#add(first, { frozen: { ...frozen, span } });
      for (const other of others) this.#add(other, { behind: span.end });
      unfrozen = others;
      n++;
    }
  }

  /** Reads a block. Returns the indexes of its embeds in `mentions`. */
  #block(node: MarkdownNode): readonly number[] {
    const embeds: number[] = [];
    const before = this.mentions.length;
    this.read(node, 0);
    for (let n = before; n < this.mentions.length; n++) if (this.mentions[n]?.form === 'embed') embeds.push(n);
    for (const n of embeds) this.#add(n, { behind: this.#span(node).end });
    return embeds;
  }

  #add(n: number, more: Pick<Mention, 'behind' | 'frozen'>): void {
    this.mentions[n] = { ...(this.mentions[n] as Mention), ...more };
  }

  read(node: MarkdownNode, depth: number): void {
    if (depth > DEEPEST) return;
    switch (node.type) {
      case 'code':
      case 'inlineCode':
        return;
      case 'html':
        return this.#allowance(node);
      case 'text':
        return this.#words(node);
      case 'link':
        this.fileLinks.push({ url: node.url, span: this.#span(node) });
        break;
      case 'table':
        this.#table(node);
        break;
      default:
    }
    for (const child of childrenOf(node)) this.read(child, depth + 1);
  }

  #words(node: MarkdownNode): void {
    const { start, end } = nodeSpan(node);
    const words = this.#text.slice(start, end);
    if (!words.includes('-') && !words.includes('[[')) return;
    const taken: Span[] = [];
    for (const match of words.matchAll(LINK)) {
      const span = sectionMoved({ start: match.index, end: match.index + match[0].length }, start + this.#offset);
      taken.push(span);
      const form = match[1] === '!' ? 'embed' : 'link';
      this.mentions.push({ form, target: (match[2] ?? '').trim(), section: match[3]?.trim(), span });
    }
    for (const match of words.matchAll(BARE_ID)) {
      const span = sectionMoved({ start: match.index, end: match.index + match[0].length }, start + this.#offset);
      if (taken.some(link => link.start <= span.start && span.end <= link.end)) continue;
      this.mentions.push({ form: 'bare', target: match[0], section: undefined, span });
    }
  }

  #table(node: MarkdownNode): void {
    const rows = childrenOf(node).map(row => this.#row(row));
    const span = this.#span(node);
    this.tables.push({
      section: sectionAt(this.#sections, span.start),
      header: rows[0]?.cells ?? [],
      rows: rows.slice(1),
      span,
    });
  }

  #row(row: MarkdownNode): TableRow {
    return { cells: childrenOf(row).map(cell => this.#cell(cell)), span: this.#span(row) };
  }

  #cell(cell: MarkdownNode): Cell {
    const first = childrenOf(cell)[0];
    const last = childrenOf(cell).at(-1);
    const whole = nodeSpan(cell);
    const inner =
      first && last
        ? { start: nodeSpan(first).start, end: nodeSpan(last).end }
        : { start: whole.start + 1, end: whole.start + 1 };
    return { text: this.#text.slice(inner.start, inner.end).trim(), span: sectionMoved(inner, this.#offset) };
  }

  #allowance(node: MarkdownNode): void {
    const span = this.#span(node);
    const match = ALLOW.exec(this.#text.slice(span.start - this.#offset, span.end - this.#offset));
    if (match?.[1] === undefined) return;
    this.allowances.push({ rule: match[1], reason: match[2] ?? '', span, covers: this.#coveredBy(span) });
  }

  #coveredBy(span: Span): Span {
    const n = sectionAt(this.#sections, span.start);
    const section = n === undefined ? undefined : this.#sections[n];
    if (section === undefined || section.level === 1) return { start: 0, end: this.#offset + this.#text.length };
    return section.whole;
  }

  #span(node: MarkdownNode): Span {
    return sectionMoved(nodeSpan(node), this.#offset);
  }
}
