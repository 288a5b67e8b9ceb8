/** Which group of `code:` in docket.yml a file belongs to: the first that matches wins. */
import { ALL, query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import type { CodeGroup } from './config.ts';
import { isCalledGenerated } from './generatedPaths.ts';
import { globMatcher } from '../paths/globs.ts';
import { config, isDocumentPath } from './projectConfig.ts';

interface Matcher {
  readonly group: CodeGroup;
  readonly matches: (path: string) => boolean;
}

const matchers = query<readonly Matcher[]>('codeMatchers', (_all, get) =>
  get(config, ALL).code.map(group => ({ group, matches: globMatcher(group.include, { exclude: group.exclude }) })),
);

/** By path; undefined for what is no code of the project. A document is none, whatever folder it lies in. */
export const codeGroup = query<CodeGroup | undefined>(
  'codeGroup',
  (path, get) => {
    if (get(isDocumentPath, path)) return undefined;
    const group = get(matchers, ALL).find(({ matches }) => matches(path))?.group;
    return group !== undefined && get(isCalledGenerated, path) ? { ...group, kind: 'generated' } : group;
  },
  sameData,
);

/** Groups of code whose files run in production or change what does. */
const IN_PRODUCTION: ReadonlySet<string> = new Set(['program', 'script', 'ops']);

/** By path: whether the file is code that runs in production, by its group. */
export const isProductionCode = query<boolean>('isProductionCode', (path, get) =>
  IN_PRODUCTION.has(get(codeGroup, path)?.kind ?? ''),
);
