/** The component lists of a project, and what its build files declare. */
import { ALL, query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import { asPath, type Path } from '../../base/text.ts';
import { type Component, componentsIn, isBuildFile } from '../../code/components/buildFiles.ts';
import { componentsListed, isInventory, type ListedComponent } from '../../code/components/inventory.ts';
import { decode } from '../../workspace/decode.ts';
import { fileContent, filePaths } from '../../workspace/files.ts';

/** Paths of the component lists of the project; key ALL. */
export const inventoryPaths = query<readonly Path[]>(
  'inventoryPaths',
  (_all, get) => get(filePaths, ALL).filter(isInventory),
  sameData,
);

/** Paths of the build files of the project; key ALL. */
export const buildFilePaths = query<readonly Path[]>(
  'buildFilePaths',
  (_all, get) => get(filePaths, ALL).filter(isBuildFile),
  sameData,
);

/** The rows of one component list; key: its path. */
export const listed = query<readonly ListedComponent[]>(
  'listed',
  (path, get) => componentsListed(decode(get(fileContent, asPath(path))).text),
  sameData,
);

/** The dependencies that one build file declares; key: its path. */
export const declared = query<readonly Component[]>(
  'declared',
  (path, get) => componentsIn(path, decode(get(fileContent, asPath(path))).text),
  sameData,
);
