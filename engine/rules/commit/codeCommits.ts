/** The commits of a change that touch code which runs in production, and places in their messages. */
import { ALL } from '../../base/queries.ts';
import { type Path, type Span } from '../../base/text.ts';
import { fileSignature, signatureOfFile } from '../../code/signature/signature.ts';
import { dialects } from '../../code/sourceOf.ts';
import { isProductionCode } from '../../model/config/codeGroups.ts';
import { NEW_COMMIT } from '../../model/entry.ts';
import { atCommit, type Place } from '../../model/place.ts';
import type { Commit } from '../../workspace/changeSet.ts';
import type { Change } from '../rule.ts';

/** A commit with the code files it touches. */
export interface CodeCommit {
  readonly commit: Commit;
  /** The program, script and operations files that the commit touches. */
  readonly code: readonly Path[];
}

/**
 * The commits of a change that touch code. Merges are left out, and so are the commits that `git.exempt` of docket.yml
 * names (a tag covers all commits before it): they are older than the contract.
 */
export function codeCommits({ commits, after, past }: Change): readonly CodeCommit[] {
  const exempt = after.config.git.exempt ?? [];
  const isExempt = ({ hash }: Commit) =>
    hash !== undefined &&
    exempt.length > 0 &&
    (exempt.some(name => name.length >= 7 && hash.startsWith(name)) ||
      past.tagsWith(hash).some(tag => exempt.includes(tag)));
  return commits
    .filter(({ parents }) => parents < 2)
    .map(commit => ({ commit, code: codeIn(commit, after) }))
    .filter(({ commit, code }) => code.length > 0 && !isExempt(commit));
}

function codeIn({ files }: Commit, { get }: Change['after']): readonly Path[] {
  return files.filter(({ path, sort }) => sort === 'file' && get(isProductionCode, path)).map(({ path }) => path);
}

/** Whether the commit changes the meaning of one of its files. Comments, layout and imports do not count. */
export function movesMeaning({ commit, code }: CodeCommit, { before, after, past }: Change): boolean {
  const sides = commit.hash === undefined ? undefined : past.sidesOf(commit.hash);
  const dialect = after.get(dialects, ALL);
  return code.some(path => {
    const was = commit.files.find(file => file.path === path)?.was ?? path;
    const [old, now] =
      sides === undefined
        ? [before.get(fileSignature, was), after.get(fileSignature, path)]
        : [
            signatureOfFile(was, sides.before.read(was), dialect(was)),
            signatureOfFile(path, sides.after.read(path), dialect(path)),
          ];
    return old === undefined || old !== now;
  });
}

/** A place in the message of a commit; the subject line when no span is given. */
export function inMessage({ hash, message }: Commit, span?: Span): Place {
  const end = message.indexOf('\n');
  return atCommit(hash ?? NEW_COMMIT, span ?? { start: 0, end: end === -1 ? message.length : end });
}

/** The files in words: `OverdueReminderJob.java 等 3 个文件`. */
export function filesNamed(code: readonly Path[]): { readonly zh: string; readonly en: string } {
  const name = code[0]?.slice(code[0].lastIndexOf('/') + 1) ?? '';
  if (code.length < 2) return { zh: name, en: name };
  return { zh: `${name} 等 ${code.length} 个文件`, en: `${name} and ${code.length - 1} more` };
}

/** Whether the commit has no message yet (check of the index). The rules about messages run again when there is one. */
export function isUnwritten({ message }: Commit): boolean {
  return message.trim() === '';
}
