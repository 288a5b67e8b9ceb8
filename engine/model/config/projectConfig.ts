/**
 * The project's own facts: its configuration with places, the catalogue with the project's kinds laid over it, and which
 * files are documents.
 */
import { ALL, input, query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import { asPath, type Path } from '../../base/text.ts';
import type { YamlMap } from '../../documents/document.ts';
import { parseYaml, type YamlResult } from '../../documents/yaml.ts';
import { decode } from '../../workspace/decode.ts';
import { fileContent, filePaths, isPresent } from '../../workspace/files.ts';
import { compileCatalogue, withProjectKinds } from '../kinds/compile.ts';
import type { Raw } from '../../../docs-schema/raw.ts';
import { compileConfigFields } from './configFields.ts';
import { type Config, configOf } from './config.ts';
import { globMatcher } from '../paths/globs.ts';
import type { Catalogue, Fields } from '../kinds/kinds.ts';
import { type Normalised, normalise } from '../read/normalise.ts';
import { nearestKey } from './misspelt.ts';
import { readKind } from '../kinds/readKind.ts';
import { readSettings, type ReadSettings } from './readSettings.ts';
import { builtInCatalogueData } from '../kinds/builtInCatalogue.ts';

/** The file that makes a folder a project. */
export const CONFIG_PATH = asPath('docket.yml');

/** The text of the configuration that judges: the file as it is, or the last one that could be read. */
export const configText = input<string>('configText', '');

/** The moment everything is judged at: an instant with offset. No rule asks a clock. */
export const asOf = input<string>('asOf', '');

/** The description of docket.yml, compiled. */
export const configFields: Fields = compileConfigFields(builtInCatalogueData);

const EMPTY: YamlMap = { sort: 'map', pairs: [], span: { start: 0, end: 0 } };

/** A text of docket.yml as YAML, as data by English keys, and as typed settings. */
interface ReadConfig {
  readonly yaml: YamlResult;
  readonly normalised: Normalised;
  readonly read: ReadSettings;
}

/** Many ask in turn, mostly about the same text: the last answer is kept. */
export function readConfig(text: string): ReadConfig {
  if (lastRead?.text !== text) lastRead = { text, read: reading(text) };
  return lastRead.read;
}

let lastRead: { readonly text: string; readonly read: ReadConfig } | undefined;

function reading(text: string): ReadConfig {
  const yaml = parseYaml(text.replace(/^\uFEFF/, ''), text.startsWith('\uFEFF') ? 1 : 0);
  const normalised = normalise(configFields, yaml.root?.sort === 'map' ? yaml.root : EMPTY, nearestKey);
  return { yaml, normalised, read: readSettings(configFields, normalised.data, normalised.notes) };
}

/** Whether a text can be the configuration: YAML, and a map of settings. */
export function isReadableConfig(text: string): boolean {
  const { root, problems } = readConfig(text).yaml;
  return text.trim() === '' || (root?.sort === 'map' && !problems.some(({ code }) => code === 'yaml-syntax'));
}

/** docket.yml is there, cannot be read, and there is no earlier one: nothing but that can be said about the project. */
export const isConfigLost = query<boolean>('isConfigLost', (_all, get) => {
  if (get(configText, ALL) !== '' || !get(isPresent, CONFIG_PATH)) return false;
  const content = get(fileContent, CONFIG_PATH);
  return (content.state === 'bytes' || content.state === 'text') && !isReadableConfig(decode(content).text);
});

/** The configuration that judges; under ALL. */
export const config = query<Config>('config', (_all, get) => configOf(readConfig(get(configText, ALL)).read), sameData);

/** Files that add or override kinds. */
const KIND_FOLDER = 'docket/kinds/';
const KIND_FILE = /^docket\/kinds\/[^/]+\.ya?ml$/;

/** Whether a path is that of a file in `docket/kinds/`. */
export function isKindFile(path: Path): boolean {
  return KIND_FILE.test(path);
}

/** Paths of the files that add or change kinds; under ALL. */
export const projectKindPaths = query<readonly Path[]>(
  'projectKindPaths',
  (_all, get) => get(filePaths, KIND_FOLDER).filter(isKindFile),
  sameData,
);

const projectKinds = query<readonly Raw[]>(
  'projectKinds',
  (_all, get) =>
    get(projectKindPaths, ALL).flatMap((path): readonly Raw[] => {
      const { kind } = readKind(decode(get(fileContent, path)).text);
      return kind === undefined ? [] : [kind];
    }),
  sameData,
);

/** The kinds, items and relations of the project: the built-in ones with its own laid over them; under ALL. */
export const catalogue = query<Catalogue>('catalogue', (_all, get) => {
  const own = get(projectKinds, ALL);
  return own.length === 0 ? builtInCatalogue : compileCatalogue(withProjectKinds(builtInCatalogueData, own));
});

/** The catalogue of a project without kinds of its own. */
export const builtInCatalogue = compileCatalogue(builtInCatalogueData);

const documentGlobs = query<(path: string) => boolean>('documentGlobs', (_all, get) => {
  const { include, exclude } = get(config, ALL).documents;
  return globMatcher(include, { exclude: [...exclude, '**/node_modules/**'] });
});

/** The paths of documents, sorted; under ALL. */
export const documentPaths = query<readonly Path[]>(
  'documentPaths',
  (_all, get) => get(filePaths, ALL).filter(get(documentGlobs, ALL)),
  sameData,
);

/** By path: whether the file is there and is a document by `documents` of docket.yml. */
export const isDocumentPath = query<boolean>(
  'isDocumentPath',
  (path, get) => get(isPresent, path) && get(documentGlobs, ALL)(path),
);
