/**
 * What `docket init` writes: the configuration; with a skeleton also a first detailed design, and frontmatter for documents that
 * are told by their names.
 */
import { asPath } from '../../engine/base/text.ts';
import type { Words } from '../../engine/base/words.ts';
import { configOf } from '../../engine/model/config/config.ts';
import type { Catalogue } from '../../engine/model/kinds/kinds.ts';
import { readConfig } from '../../engine/model/config/projectConfig.ts';
import { decode } from '../../engine/workspace/decode.ts';
import type { FileSource } from '../../engine/workspace/files.ts';
import type { NewText } from '../filePlan.ts';
import { adopted, type Adopted } from './named.ts';
import { proposalOf, type Surroundings } from './proposal.ts';
import { skeletonOf } from './skeleton.ts';
import type { Survey } from './survey.ts';
import { systemCode } from './system.ts';

/** The files that set-up writes. */
export interface InitPlan {
  readonly files: readonly NewText[];
  /** Documents that get a frontmatter, with what only their authors know. */
  readonly adopted: readonly { readonly path: string; readonly toType: readonly Words[] }[];
}

/** What the plan of `init` is made from. */
export interface WantedFile {
  readonly source: FileSource;
  readonly catalogue: Catalogue;
  readonly today: string;
  readonly author: string | undefined;
}

/** The plan of docket.yml and nothing else. */
export function configAlone(survey: Survey, around: Surroundings, catalogue: Catalogue): InitPlan {
  return { files: [created('docket.yml', proposalOf(survey, around, catalogue))], adopted: [] };
}

/** The plan of docket.yml, of a detailed design, and of frontmatter for documents that are there. */
export function withSkeleton(survey: Survey, around: Surroundings, wanted: WantedFile): InitPlan {
  const { source, catalogue, today, author } = wanted;
  const system = systemCode(around.name);
  const config = configOf(readConfig(proposalOf(survey, around, catalogue)).read);
  const names = survey.markdown.all.filter(path => !survey.markdown.named.some(named => named.path === path));
  const taken = adopted(survey.markdown.named, { config, catalogue, system, today, author, names });
  const files = taken.flatMap(document => withFrontmatter(document, source));
  const kept = taken.filter(({ path }) => files.some(file => file.path === path));
  // What only its author can complete is checked once that is done: a start is no place for errors.
  const complete = kept.filter(({ toType }) => toType.length === 0).map(({ path }) => path);
  const skeleton = skeletonOf(system, survey.code.program, today, survey.language, author);
  const isDesigned =
    source.list().includes(asPath(skeleton.path)) || files.some(({ after }) => after.includes(`\nid: ${system}-LLD\n`));
  const design = skeleton.units === 0 || isDesigned ? [] : [created(skeleton.path, skeleton.text)];
  return {
    files: [created('docket.yml', proposalOf(survey, around, catalogue, complete)), ...design, ...files],
    adopted: kept,
  };
}

function created(path: string, text: string): NewText {
  return { path: asPath(path), before: undefined, after: text };
}

/** In the line ends of the text; a file that is not UTF-8 is left to be converted first. */
function withFrontmatter({ path, frontmatter }: Adopted, source: FileSource): readonly NewText[] {
  const { text, fault } = decode(source.read(path));
  if (fault !== undefined && fault !== 'bom') return [];
  const head = text.includes('\r\n') ? frontmatter.replaceAll('\n', '\r\n') : frontmatter;
  return [{ path, before: text, after: head + text.replace(/^\uFEFF/, '') }];
}
