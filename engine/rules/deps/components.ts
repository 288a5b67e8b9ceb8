/** The component lists of a project, and what its build files declare. */
import { ALL, query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import { asPath, type Path } from '../../base/text.ts';
import { type Component, componentsIn, isBuildFile } from '../../code/components/buildFiles.ts';
import { componentsListed, isInventory, type Listed } from '../../code/components/inventory.ts';
import { decode } from '../../workspace/decode.ts';
import { fileContent, filePaths } from '../../workspace/files.ts';

export const inventoryPaths = query<readonly Path[]>(
  'inventoryPaths',
  (_all, get) => get(filePaths, ALL).filter(isInventory),
  sameData,
);

export const buildFilePaths = query<readonly Path[]>(
  'buildFilePaths',
  (_all, get) => get(filePaths, ALL).filter(isBuildFile),
  sameData,
);

/** The rows of one list. */
export const listed = query<readonly Listed[]>(
  'listed',
  (path, get) => componentsListed(decode(get(fileContent, asPath(path))).text),
  sameData,
);

/** The dependencies one build file declares. */
export const declared = query<readonly Component[]>(
  'declared',
  (path, get) => componentsIn(path, decode(get(fileContent, asPath(path))).text),
  sameData,
);
