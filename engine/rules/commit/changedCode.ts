/** The program files that a change touches, with the symbols whose meaning changed in each. */
import { changedSymbols, type ChangedSymbol } from '../../code/signature/changedSymbols.ts';
import { bareName } from '../../code/symbolWords.ts';
import { codeSource } from '../../code/sourceOf.ts';
import { saysGenerated } from '../../code/generated.ts';
import type { Source } from '../../code/source.ts';
import { codeGroup } from '../../model/config/codeGroups.ts';
import type { ChangedFile } from '../../workspace/changeSet.ts';
import type { Change } from '../rule.ts';

/** One changed source file, with its symbols after the change. */
export interface ChangedCode {
  readonly file: ChangedFile;
  readonly source: Source;
  readonly was: Source | undefined;
  readonly symbols: readonly ChangedSymbol[];
}

/** Files of these groups of `code:` in docket.yml that exist after the change, can be parsed, and are not generated. */
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

/** Whether `comments.exempt` of docket.yml leaves out a symbol or file: `accessors`, `dto`, `tests`. */
export function isExempt(name: string, parameters: number, path: string, { config }: Change['after']): boolean {
  const exempt = config.comments.exempt ?? ['accessors', 'dto', 'tests'];
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return (
    (exempt.includes('accessors') && ACCESSOR.test(bareName(name)) && parameters <= 1) ||
    (exempt.includes('dto') && DATA_CLASS.test(stem)) ||
    (exempt.includes('tests') && TEST_FILE.test(path))
  );
}
