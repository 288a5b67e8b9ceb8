/**
 * Parses Markdown to mdast. The native parser (satteri) is used where its binary loads; otherwise remark-parse, which
 * gives the same tree more slowly. Tests compare the two.
 */
import type { Nodes, Root } from 'mdast';

/** The root of a parsed text. */
export type MarkdownTree = Root;
/** Any node of the tree. */
export type MarkdownNode = Nodes;

type Parser = (text: string) => MarkdownTree;

const parser: Parser = await nativeParser().catch(remarkParser);

/**
 * Parses Markdown with GFM tables, without frontmatter.
 *
 * @throws when the text is nested deeper than the stack of the parser allows.
 */
export function parseMarkdown(text: string): MarkdownTree {
  return parser(text);
}

async function nativeParser(): Promise<Parser> {
  const { markdownToMdast } = await import('satteri');
  const options = { features: { gfm: true, frontmatter: false } };
  return text => markdownToMdast(text, options) as MarkdownTree;
}

async function remarkParser(): Promise<Parser> {
  const [{ unified }, { default: remarkParse }, { default: remarkGfm }] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-gfm'),
  ]);
  const processor = unified().use(remarkParse).use(remarkGfm);
  return text => processor.parse(text);
}

/** Offsets of a node in the text it was parsed from. */
export function nodeSpan(node: MarkdownNode): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** The children of a node; none for a leaf. */
export function childrenOf(node: MarkdownNode): readonly MarkdownNode[] {
  return 'children' in node ? node.children : [];
}
