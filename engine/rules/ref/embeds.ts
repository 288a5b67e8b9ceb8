/** Embeds followed by the sections they show: two documents may well show different sections of each other. */
import { asPath, type Path, type Span } from '../../base/text.ts';
import { fold } from '../../model/compileFields.ts';
import { withoutNumber } from '../../model/headings.ts';
import { modelled, type Modelled } from '../../model/modelled.ts';
import type { Project } from '../project.ts';
import { trailOf } from './trail.ts';

/** The documents an embed leads through until it shows itself again. */
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
function shownBy(project: Project, { target, section }: Embed): readonly Embed[] {
  const holder = project.find(target);
  const path = holder?.entry?.path ?? holder?.item?.path;
  if (path === undefined) return [];
  const shown = section === undefined ? undefined : sectionNamed(project.get(modelled, path), section);
  return embedsIn(project, path).filter(({ span }) => shown === undefined || (shown.start <= span.start && span.end <= shown.end));
}

function embedsIn(project: Project, path: Path): readonly Embed[] {
  const page = project.get(modelled, path);
  return page.links.flatMap(({ relation, target, section, span }, n) => (relation === 'embeds' ? [{ path, n, target, section, span }] : []));
}

function sectionNamed({ document }: Modelled, name: string): Span | undefined {
  return document.sections.find(({ title }) => fold(withoutNumber(title)) === fold(withoutNumber(name)))?.whole;
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
