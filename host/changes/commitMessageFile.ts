/** A commit message from the file it is written in, cleaned as git will clean it: comments of the editor, what follows the scissors, blank ends. */
import { readFileSync } from 'node:fs';
import { decode } from '../../engine/workspace/decode.ts';
import { git, listedNames } from '../git/git.ts';
import { HostError, reasonOf } from '../hostError.ts';

/**
 * The commit message in a file, cleaned as git will clean it.
 *
 * @throws HostError when the file cannot be read.
 */
export function messageIn(folder: string, file: string): string {
  return cleaned(textOf(file), cleaningIn(folder));
}

/** What the lines of the editor begin with in a message that a person is about to edit; undefined where no person edits it. */
export function commentMark(folder: string, text: string): string | undefined {
  const { comment, isEdited } = cleaningIn(folder);
  if (!isEdited) return undefined;
  return comment === 'auto' ? markIn(text) : comment;
}

function cleaningIn(folder: string): Cleaning {
  const settings = settingsOf(folder);
  // So git tells its hooks that the message is not edited; then a line with # is not a comment.
  const isEdited = process.env['GIT_EDITOR'] !== ':';
  return {
    cleanup: settings.get('commit.cleanup') ?? 'default',
    comment: settings.get('core.commentchar') ?? '#',
    isEdited,
  };
}

interface Cleaning {
  readonly cleanup: string;
  /** What a comment begins with, or `auto`. */
  readonly comment: string;
  readonly isEdited: boolean;
}

function cleaned(text: string, { cleanup, comment, isEdited }: Cleaning): string {
  const mark = comment === 'auto' ? markIn(text) : comment;
  const kept = aboveScissors(text, mark);
  if (cleanup === 'verbatim') return kept;
  const lines = kept.split('\n').map(line => line.trimEnd());
  const strips = cleanup === 'strip' || (cleanup === 'default' && isEdited);
  return withoutBlanks(strips ? lines.filter(line => !line.startsWith(mark)) : lines);
}

/** With `auto` git takes the first of these that begins no line of the message; its own advice comes last in the file. */
function markIn(text: string): string {
  const advice = /^(\S) -{24} >8 -{24}$/m.exec(text)?.[1] ?? text.trimEnd().split('\n').at(-1)?.[0] ?? '#';
  return '#;@!$%^&|:'.includes(advice) ? advice : '#';
}

/** What `commit --verbose` shows of the change is no message. */
function aboveScissors(text: string, mark: string): string {
  const at = `\n${text}`.indexOf(`\n${mark} ------------------------ >8 ------------------------\n`);
  return at === -1 ? text : text.slice(0, at);
}

/** No blank lines at the ends, and one at most between others. */
function withoutBlanks(lines: readonly string[]): string {
  const text = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
  return text === '' ? '' : `${text}\n`;
}

function settingsOf(folder: string): ReadonlyMap<string, string> {
  const { out } = git(folder, ['config', '--null', '--get-regexp', '^(core\\.comment(char|string)|commit\\.cleanup)$']);
  const pairs = listedNames(out).map(
    line =>
      [
        line.slice(0, line.indexOf('\n')).replace('commentstring', 'commentchar'),
        line.slice(line.indexOf('\n') + 1),
      ] as const,
  );
  return new Map(pairs);
}

function textOf(file: string): string {
  try {
    // Git writes it in `i18n.commitEncoding`, an old editor in the encoding of its system.
    return decode({ state: 'bytes', bytes: readFileSync(file) }).text.replace(/^\ufeff/, '');
  } catch (error) {
    const why = reasonOf(error).split(', ', 1)[0] ?? '';
    throw new HostError(
      {
        zh: `读不了提交说明 ${file}：${why}。请检查 --message 的文件名。`,
        en: `Cannot read the commit message ${file}: ${why}. Check --message.`,
      },
      error,
    );
  }
}
