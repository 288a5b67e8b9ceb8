/** `--staged`, `--range`, `--since`, `--message`, `--from/--to`: which change a command looks at. */
import path from 'node:path';
import type { AskedChange, ChangeOpening } from '../../host/changes/openChange.ts';
import { engineId } from '../../host/engineId.ts';
import { HostError } from '../../host/hostError.ts';
import manifest from '../../package.json' with { type: 'json' };
import { type Context, type Option, type Options, textOption } from '../command.ts';

export const changeOptions: readonly Option[] = [
  { flags: '--staged', says: { zh: '只看将要提交的内容（暂存区）', en: 'what is about to be committed (the index)' } },
  { flags: '--range <A..B>', says: { zh: '只看这些提交带来的', en: 'what these commits brought' } },
  { flags: '--since <ref>', says: { zh: '只看与此分支分开之后的提交', en: 'commits since the merge base with this' } },
  {
    flags: '--message <file>',
    says: { zh: '提交说明文件（commit-msg 钩子）', en: 'file of the commit message (hook commit-msg)' },
  },
  { flags: '--from <dir>', says: { zh: '不用 git：改动之前的目录', en: 'without git: the folder before the change' } },
  { flags: '--to <dir>', says: { zh: '不用 git：改动之后的目录', en: 'without git: the folder after the change' } },
];

/** Undefined when the command is about the whole project. Folders are named from `cwd`. */
export function askedChange(options: Options, cwd: string): AskedChange | undefined {
  const [range, since, message, from, to] = ['range', 'since', 'message', 'from', 'to'].map(name =>
    textOption(options, name),
  );
  const staged = options['staged'] === true;
  const ways = [
    staged || (message !== undefined && from === undefined),
    range !== undefined,
    since !== undefined,
    from !== undefined || to !== undefined,
  ];
  if (ways.filter(way => way).length > 1)
    throw refused(
      '--staged、--range、--since、--from/--to 只能选一种。',
      '--staged, --range, --since and --from/--to exclude each other.',
    );
  if ((from === undefined) !== (to === undefined))
    throw refused('--from 和 --to 要一起用。', '--from and --to go together.');
  if (from !== undefined && to !== undefined)
    return { what: 'folders', from: path.resolve(cwd, from), to: path.resolve(cwd, to), message };
  if (range !== undefined) return { what: 'range', range };
  if (since !== undefined) return { what: 'since', ref: since };
  return staged || message !== undefined ? { what: 'staged', message, messageOnly: !staged } : undefined;
}

/**
 * What opening a change needs of the run: the day, the program whose cache may be used, and where progress is told.
 */
export function openingOf({ asOf, err, language = 'zh' }: Context): ChangeOpening {
  return { asOf, engine: engineId(manifest.version), tell: words => err(words[language]) };
}

function refused(zh: string, en: string): HostError {
  return new HostError({ zh, en });
}
