/** Which Markdown is a document of the contract: narrow, so that a README or a web page in Markdown is never taken for one. */
import type { Path } from '../../engine/base/text.ts';
import { globMatcher } from '../../engine/model/paths/globs.ts';
import type { Catalogue, Kind } from '../../engine/model/kinds/kinds.ts';
import type { MarkdownFacts } from './survey.ts';

/** Globs for `documents.include`; `adopted` are files that become documents now. */
export function documentGlobs(
  { all, records }: MarkdownFacts,
  catalogue: Catalogue,
  adopted: readonly Path[],
): readonly string[] {
  const kinds = [...catalogue.kinds.values()].filter(({ folder }) => folder !== undefined);
  const roots = [...new Set(kinds.map(({ folder }) => rootOf(folder ?? '')))].sort();
  const found = [...records, ...adopted];
  const known = new Set<string>(found);
  const globs = roots.flatMap(root => {
    const foreign = all.some(path => path.startsWith(`${root}/`) && !known.has(path));
    return foreign
      ? namedGlobs(
          kinds.filter(({ folder }) => rootOf(folder ?? '') === root),
          root,
        )
      : [`${root}/**/*.md`];
  });
  const isIn = globMatcher(globs);
  const isInRoot = (path: string) => roots.some(root => path.startsWith(`${root}/`));
  const elsewhere = found
    .filter(path => !isIn(path))
    .map(path => (isInRoot(path) || adopted.includes(path) ? path : folderGlob(path)));
  return [...globs, ...new Set(elsewhere)];
}

function rootOf(folder: string): string {
  return folder.split('/', 1)[0] ?? folder;
}

/** Where other Markdown lives in the same folder, documents are told by their names: `docs/**\/*-SRS.md`. */
function namedGlobs(kinds: readonly Kind[], root: string): readonly string[] {
  return [...new Set(kinds.flatMap(kind => namesOf(kind.idSource ?? '').map(name => `${root}/**/${name}.md`)))].sort();
}

/** `WX-\d{4}-\d{4}` → `WX-*`; `[A-Z]…-SRS` → `*-SRS`. */
function namesOf(idSource: string): readonly string[] {
  return idSource.split('|').flatMap(pattern => {
    const before = /^\(?([A-Za-z]+-)/.exec(pattern)?.[1];
    const after = /\}(-[A-Z]+)$/.exec(pattern)?.[1];
    return before !== undefined ? [`${before}*`] : after !== undefined ? [`*${after}`] : [];
  });
}

function folderGlob(path: string): string {
  return path.includes('/') ? `${path.slice(0, path.lastIndexOf('/'))}/*.md` : path;
}
