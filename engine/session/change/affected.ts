/**
 * Which documents a change of some files can affect: the changed documents; those that link to what changed in them;
 * those whose identifiers they began or ceased to link to or to contain. For a script: the records that list it. For a
 * scan: the records signed on it. Project rules are not considered.
 */
import type { Index } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import type { Path } from '../../base/text.ts';
import { codeGroup } from '../../model/config/codeGroups.ts';
import { holders, linksTo } from '../../model/outline.ts';
import { isDocumentPath } from '../../model/config/projectConfig.ts';
import { isSqlFile, listedScripts } from '../../rules/scriptFiles.ts';
import { signedOn } from '../../rules/sign/signatures.ts';
import type { Session } from '../session.ts';

/** The affected documents of the later moment, sorted. */
export function affectedBy(before: Session, after: Session, changed: readonly Path[]): readonly Path[] {
  const { get } = after.cache;
  const holding = (id: string) => get(holders, id).map(({ entry, item }) => (entry ?? item)?.path);
  const named = movedKeys(holders, before, after, changed).flatMap(id => [
    ...get(linksTo, id).map(({ path }) => path),
    ...holding(id),
  ]);
  const pointedAt = movedKeys(linksTo, before, after, changed).flatMap(holding);
  const listing = changed
    .filter(path => isSqlFile(path) || get(codeGroup, path)?.kind === 'script')
    .flatMap(path => get(listedScripts, path));
  const signed = changed.flatMap(path => get(signedOn, path));
  const affected = new Set(
    [...changed, ...named, ...pointedAt, ...listing.flatMap(holding), ...signed].filter(path => path !== undefined),
  );
  return [...affected].filter(path => get(isDocumentPath, path)).sort();
}

/** Keys under which these files have other entries in an index than before. */
function movedKeys<E>(index: Index<E>, before: Session, after: Session, changed: readonly Path[]): readonly string[] {
  const moved = changed.flatMap(path => {
    const [old, now] = [before, after].map(session =>
      session.cache.get(isDocumentPath, path) ? session.cache.get(index.entries, path) : undefined,
    );
    return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].filter(
      key => !sameData(old?.get(key), now?.get(key)),
    );
  });
  return [...new Set(moved)];
}
