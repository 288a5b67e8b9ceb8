/**
 * Frozen embeds: the text an embed showed when its document was signed, kept as a quotation directly behind the block
 * with the embed:
 *
 *     ![[WX-2026-0003#问题原因分析]]
 *
 *     <!-- docket frozen sha256:9f2c… -->
 *     > 取号时没有行锁，两个节点同时取到同一个最大值。
 *
 * Every Markdown viewer shows it, git compares it line by line, and the digest shows whether it was edited afterwards.
 */
import { sha256Hex } from '../base/sha256.ts';
import type { FrozenEmbed } from './document.ts';
import { type MarkdownNode, nodeSpan } from './markdown.ts';

const MARK = /^<!--\s*docket\s+frozen\s+sha256:([0-9a-f]{64})\s*-->$/i;

/**
 * The frozen quotation whose mark is block `n` and whose text is the next block; undefined when there is none. Offsets
 * are those of `text`.
 */
export function frozenAt(blocks: readonly MarkdownNode[], n: number, text: string): FrozenEmbed | undefined {
  const [mark, quotation] = [blocks[n], blocks[n + 1]];
  if (mark?.type !== 'html' || quotation?.type !== 'blockquote') return undefined;
  const { start, end } = nodeSpan(mark);
  const digest = MARK.exec(text.slice(start, end).trim())?.[1];
  if (digest === undefined) return undefined;
  const quoted = nodeSpan(quotation);
  return {
    text: unquoted(text.slice(quoted.start, quoted.end)),
    digest: digest.toLowerCase(),
    span: { start, end: quoted.end },
  };
}

/** The mark and the quotation for a text, as they are written to a document (LF, no line end behind). */
export function quotationOf(text: string): string {
  const lines = linesOf(text).map(line => (line === '' ? '>' : `> ${line}`));
  return [`<!-- docket frozen sha256:${digestOf(text)} -->`, ...lines].join('\n');
}

/** Whether the quotation is unchanged since it was written. */
export function isAsFrozen({ text, digest }: FrozenEmbed): boolean {
  return digestOf(text) === digest;
}

/** Line ends and trailing blanks do not count, because editors change them on their own. */
function digestOf(text: string): string {
  return sha256Hex(new TextEncoder().encode(linesOf(text).join('\n')));
}

function unquoted(quotation: string): string {
  return linesOf(quotation)
    .map(line => line.replace(/^ {0,3}>(?: |$)/, ''))
    .join('\n');
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).map(line => line.trimEnd());
}
