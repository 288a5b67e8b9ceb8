/** The program files a change moved, with the symbols that moved in each. */
import { changedSymbols, type ChangedSymbol } from '../../code/signature/changedSymbols.ts';
import { bareName } from '../../code/symbolWords.ts';
import { codeSource } from '../../code/sourceOf.ts';
import { saysGenerated } from '../../code/generated.ts';
import type { Source } from '../../code/source.ts';
import { codeGroup } from '../../model/config/codeGroups.ts';
import type { ChangedFile } from '../../workspace/changeSet.ts';
import type { Change } from '../rule.ts';

export interface ChangedCode {
  readonly file: ChangedFile;
  readonly source: Source;
  readonly was: Source | undefined;
  readonly symbols: readonly ChangedSymbol[];
}

/** Files of some groups of `code:` that are there after the change, can be read as code, and were written by people. */
export function changedCode({ files, before, after }: Change, groups: readonly string[]): readonly ChangedCode[] {
  return files.flatMap(file => {
    const { path, was = path, how, sort } = file;
    if (how === 'deleted' || sort !== 'file' || !groups.includes(after.get(codeGroup, path)?.kind ?? '')) return [];
    const source = after.get(codeSource, path);
    if (source === undefined || saysGenerated(source)) return [];
    const old = how === 'added' ? undefined : before.get(codeSource, was);
    const symbols = changedSymbols(old, source);
    return [{ file, source, was: old, symbols }];
  });
}

const ACCESSOR = /(?:^|\.)(?:get|set|is|has)[A-Z_]\w*$/;
const DATA_CLASS = /(?:Dto|DTO|Vo|VO|Po|PO|Bo|BO|Entity|Request|Response|Query|Form)$/;
const TEST_FILE =
  /(?:^|\/)(?:src\/test|tests?|__tests__|spec)\/|(?:Test|Tests|IT|\.test|\.spec|_test)\.\w+$|(?:^|\/)test_\w+\.py$/;

/** What `comments.exempt` of docket.yml leaves out: `accessors`, `dto`, `tests`. */
export function isExempt(name: string, parameters: number, path: string, { config }: Change['after']): boolean {
  const exempt = config.comments.exempt ?? ['accessors', 'dto', 'tests'];
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return (
    (exempt.includes('accessors') && ACCESSOR.test(bareName(name)) && parameters <= 1) ||
    (exempt.includes('dto') && DATA_CLASS.test(stem)) ||
    (exempt.includes('tests') && TEST_FILE.test(path))
  );
}
