/** What a commit pays is recorded in docket.lock by the commit itself: in each of its indexes, and in the working tree. */
import { staffOf } from '../../deliver/newDocument/me.ts';
import { carriedAgreements } from '../../deliver/settle/carried.ts';
import { lockAfter } from '../../deliver/settle/paid.ts';
import { decode } from '../../engine/session/text.ts';
import { repositoryOf } from '../../host/git/repository.ts';
import type { OpenChange } from '../../host/changes/openChange.ts';
import { carryOut } from '../../host/write/carryOut.ts';
import { diskSource } from '../../host/project/disk.ts';
import { indexesOfCommit, putInIndex, textInIndex } from '../../host/hooks/indexes.ts';
import { identityOf } from '../../host/git/identity.ts';
import type { Context } from '../command.ts';
import { outcomeLine } from '../plans/words.ts';

/** A working copy with other changes keeps them. */
export function recordPaid({ root, set, analysis, language: spoken }: OpenChange, context: Context): void {
  const me = identityOf(root);
  const file = lockAfter(analysis.change, staffOf(analysis.change.after, me) ?? (me.name || me.email || '-'));
  if (file === undefined) return;
  const base = decode(set.after.read(file.path)).text;
  const repository = repositoryOf(root);
  for (const index of indexesOfCommit()) {
    const text = carriedAgreements(textInIndex(repository, index, file.path), base, file.after);
    if (text !== undefined) putInIndex(repository, index, file.path, text);
  }
  const onDisk = diskSource(root).read(file.path);
  const text =
    onDisk.state === 'absent' && base !== '' ? undefined : carriedAgreements(decode(onDisk).text, base, file.after);
  if (text === undefined) return;
  const before = onDisk.state === 'absent' ? undefined : decode(onDisk).text;
  const outcome = carryOut(root, [{ path: file.path, before, after: text }]);
  for (const one of outcome.filter(({ did }) => did === 'refused'))
    context.err(outcomeLine(one, context.language ?? spoken));
}
