/** For rules that ask the project: what a record lacks of the things its kind requires under the name of the rule. */
import { query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import { modelled } from '../../model/read/modelled.ts';
import { pageOf } from './page.ts';
import type { Project } from '../project.ts';
import type { Remark } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';
import { type Unmet, unmetOf } from './unmet.ts';

/** One list per record of the file, so that typing in a paragraph does not change the answer. */
const unmetByEntry = query<readonly (readonly Unmet[])[]>(
  'unmetByEntry',
  (path, get) => {
    const page = get(modelled, path);
    return page.entries.map(placed => unmetOf(pageOf(page, placed)));
  },
  sameData,
);

/** The remarks of one rule about what is missing in a record. */
export function ownUnmet(rule: string, { path, row }: EntryOf<unknown>, project: Project): readonly Remark[] {
  // The first entry is the file itself, those after it are the rows of a journal.
  const all = project.get(unmetByEntry, path)[row === undefined ? 0 : row + 1] ?? [];
  return all.filter(unmet => unmet.rule === rule).map(({ remark }) => remark);
}
