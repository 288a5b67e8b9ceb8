/** Parses the text of a file to a `Document`; a query keeps the result. */
import { query } from '../base/queries.ts';
import { asPath, type Path } from '../base/text.ts';
import { type Decoded, decode } from '../workspace/decode.ts';
import { fileContent } from '../workspace/files.ts';
import { readBody } from './body.ts';
import type { Document, Problem } from './document.ts';
import { readFrontmatter } from './frontmatter.ts';
import { type MarkdownTree, parseMarkdown } from './markdown.ts';
import { readSections } from './sections.ts';

/** The parsed document at a path. */
export const parsedDocument = query<Document>('parsedDocument', (key, get) => {
  const path = asPath(key);
  return parseDocument(path, decode(get(fileContent, path)));
});

/** Parses a decoded file. Never throws; problems with encoding, frontmatter and merge conflicts are in the result. */
export function parseDocument(path: Path, { text, fault, detail }: Decoded): Document {
  const front = readFrontmatter(text);
  const body = text.slice(front.bodyStart);
  const { tree, failure } = treeOf(body);
  const sections = readSections(tree, body, front.bodyStart);
  const faults: Problem[] =
    failure === undefined
      ? []
      : [{ code: 'markdown', detail: failure, span: { start: front.bodyStart, end: front.bodyStart } }];
  const problems: Problem[] = fault ? [{ code: fault, detail: detail ?? '', span: { start: 0, end: 0 } }] : [];
  const conflicts = conflictMarkers(text);
  const ofFrontmatter =
    conflicts.length > 0 ? front.problems.filter(({ code }) => code !== 'yaml-syntax') : front.problems;
  return {
    path,
    text,
    frontmatter: front.root,
    head: front.head,
    sections,
    ...bodyOf(),
    problems: [...problems, ...faults, ...conflicts, ...ofFrontmatter],
  };

  function bodyOf() {
    const { tables, mentions, fileLinks, allowances } = readBody(tree, body, front.bodyStart, sections);
    return { tables, mentions, fileLinks, allowances };
  }
}

/** Every text is valid Markdown, but deep nesting can exhaust the stack of the parser. */
function treeOf(body: string): { readonly tree: MarkdownTree; readonly failure: string | undefined } {
  try {
    return { tree: parseMarkdown(body), failure: undefined };
  } catch (error) {
    return { tree: { type: 'root', children: [] }, failure: error instanceof Error ? error.message : String(error) };
  }
}

function conflictMarkers(text: string): readonly Problem[] {
  if (!text.includes('<<<<<<< ')) return [];
  return [...text.matchAll(/^<<<<<<< .*$/gm)].map(match => ({
    code: 'conflict-marker',
    detail: match[0].slice(8),
    span: { start: match.index, end: match.index + match[0].length },
  }));
}
