/** What the installed hooks do. Only `pre-commit` writes: it records in docket.lock what the commit paid, and stages that. */
import path from 'node:path';
import { proposedBy, saysNothing, withTrailers } from '../../deliver/hooks/trailers.ts';
import { openChange } from '../../host/changes/openChange.ts';
import { branchIn, underwayIn } from '../../host/git/checkedOut.ts';
import { commentMark, messageIn } from '../../host/changes/commitMessageFile.ts';
import { activeTicket } from '../../host/hooks/activeTicket.ts';
import { changeMessage } from '../../host/hooks/messageFile.ts';
import { projectsTouched } from '../../host/hooks/projects.ts';
import { HostError } from '../../host/hostError.ts';
import { reportChange } from '../change/changeCheck.ts';
import { openingOf } from '../change/changeOptions.ts';
import type { Context, ExitCode } from '../command.ts';
import { recordPaid } from './recordPaid.ts';

type Gate = (context: Context, args: readonly string[]) => Promise<ExitCode>;

const GATES: Readonly<Record<string, Gate>> = {
  'pre-commit': beforeCommit,
  'commit-msg': afterMessage,
  'prepare-commit-msg': beforeMessage,
};

/** Git runs it at the top of the working tree. A commit that a rebase, merge, cherry-pick or revert makes is not new work. */
export async function runHook(context: Context, [name = '', ...args]: readonly string[]): Promise<ExitCode> {
  const gate = GATES[name];
  if (gate === undefined || (name !== 'pre-commit' && args.length === 0))
    throw new HostError({
      zh: `hook run ${name}：请写 pre-commit、commit-msg 文件 或 prepare-commit-msg 文件。`,
      en: `hook run ${name}: write pre-commit, commit-msg FILE or prepare-commit-msg FILE.`,
    });
  const projects = projectsTouched(context.cwd);
  if (projects.length === 0 || underwayIn(context.cwd) !== undefined) return 0;
  let code: ExitCode = 0;
  for (const cwd of projects) code = (await gate({ ...context, cwd }, args)) === 0 ? code : 1;
  return code;
}

const STAGED = { what: 'staged', message: undefined, messageOnly: false } as const;

async function beforeCommit(context: Context): Promise<ExitCode> {
  const open = await openChange(context.cwd, STAGED, silently(context));
  const code = await reportChange(context, [], HOOK, open);
  if (code === 0) recordPaid(open, context);
  return code;
}

/** A person whose commit is refused reads the finding first. */
const HOOK = { hook: true };

function silently(context: Context): ReturnType<typeof openingOf> {
  return { ...openingOf(context), tell: () => {} };
}

/** The commit will be part of another one, which has a message of its own. */
const OF_ANOTHER = /^(?:fixup|squash|amend)! /;

async function afterMessage(context: Context, [file = '']: readonly string[]): Promise<ExitCode> {
  const message = messageIn(context.cwd, path.resolve(file));
  if (OF_ANOTHER.test(message)) return 0;
  const asked = { what: 'staged', message: path.resolve(file), messageOnly: true } as const;
  const open = await openChange(context.cwd, asked, silently(context));
  if (!saysNothing(message)) return reportChange(context, [], HOOK, open);
  context.out(NOTHING_SAID[context.language ?? open.language]);
  return 1;
}

const NOTHING_SAID = {
  zh: '提交说明只有单号，没有写改了什么，没有提交。要提交就写上一行说明。\n',
  en: 'The message names a record and says nothing else: nothing was committed. To commit, write a line about the change.\n',
};

/** `main` names no record, and nothing has to be opened to know it. */
const NAMES_SOMETHING = /[a-z]-(?:[a-z\d]+-)*\d/i;

/** Not for merges, squashes and messages taken from another commit. */
async function beforeMessage(context: Context, [file = '', source = '']: readonly string[]): Promise<ExitCode> {
  const [branch, ticket] = [branchIn(context.cwd) ?? '', activeTicket(context.cwd)];
  if (['merge', 'squash', 'commit'].includes(source) || !NAMES_SOMETHING.test(`${branch} ${ticket}`)) return 0;
  const { analysis } = await openChange(context.cwd, STAGED, silently(context));
  const proposed = proposedBy(branch, ticket, analysis.change.after);
  changeMessage(file, message =>
    OF_ANOTHER.test(message) ? message : withTrailers(message, proposed, commentMark(context.cwd, message)),
  );
  return 0;
}
