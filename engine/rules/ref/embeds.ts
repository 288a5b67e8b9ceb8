/** Follows embeds section by section, because two documents may embed different sections of each other. */
import { asPath, type Path, type Span } from '../../base/text.ts';
import { embeddedPlace } from '../../links/embeds/embeddedPlace.ts';
import { modelled } from '../../model/read/modelled.ts';
import type { Project } from '../project.ts';
import { trailOf } from './trail.ts';

/**
 * The documents on the way from an embed back to itself; undefined when there is no cycle. `n` is the number of the
 * embed in the document.
 */
export function embedTrail(project: Project, path: Path, n: number): readonly string[] | undefined {
  const way = trailOf(keyOf({ path, n }), key => {
    const embed = embedAt(project, key);
    return embed === undefined ? [] : shownBy(project, embed).map(keyOf);
  });
  return way?.map(key => nameOf(project, pathOf(key)));
}

interface Embed {
  readonly path: Path;
  readonly n: number;
  readonly target: string;
  readonly section: string | undefined;
  readonly span: Span;
}

/** The embeds inside what an embed shows. */
function shownBy(project: Project, embed: Embed): readonly Embed[] {
  const place = embeddedPlace(project.get, embed);
  if (place === undefined) return [];
  const { path, span: shown } = place;
  return embedsIn(project, path).filter(({ span }) => shown.start <= span.start && span.end <= shown.end);
}

/** A frozen embed leads to no other document. */
function embedsIn(project: Project, path: Path): readonly Embed[] {
  const page = project.get(modelled, path);
  return page.links.flatMap(({ relation, target, section, span, frozen }, n) =>
    relation === 'embeds' && frozen === undefined ? [{ path, n, target, section, span }] : [],
  );
}

function keyOf({ path, n }: Pick<Embed, 'path' | 'n'>): string {
  return `${path}#${n}`;
}

function pathOf(key: string): Path {
  return asPath(key.slice(0, key.lastIndexOf('#')));
}

function embedAt(project: Project, key: string): Embed | undefined {
  return embedsIn(project, pathOf(key)).find(embed => keyOf(embed) === key);
}

function nameOf(project: Project, path: Path): string {
  return project.get(modelled, path).entries[0]?.entry.id ?? path;
}
