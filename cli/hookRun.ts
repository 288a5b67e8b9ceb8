/** What the installed hooks do. Only `pre-commit` writes: it records in docket.lock what the commit paid, and stages that. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Path } from '../engine/base/text.ts';
import { decode } from '../engine/workspace/decode.ts';
import type { FileSource } from '../engine/workspace/files.ts';
import { staffOf } from '../deliver/newDocument/me.ts';
import { lockAfter } from '../deliver/settle/paid.ts';
import { withTrailers } from '../deliver/hooks/trailers.ts';
import { openChange } from '../host/changed.ts';
import { diskSource } from '../host/disk.ts';
import { git } from '../host/git.ts';
import { activeTicket, branchOf, isPartialCommit, isUnderWay } from '../host/hooks/folder.ts';
import { HostError } from '../host/hostError.ts';
import { identityOf } from '../host/identity.ts';
import { rootOf } from '../host/root.ts';
import { writeWhole } from '../host/write.ts';
import { checkChange } from './changeCheck.ts';
import { openingOf } from './changeOptions.ts';
import type { Context, ExitCode } from './command.ts';

export function runHook(context: Context, [name = '', file, source = '']: readonly string[]): Promise<ExitCode> | ExitCode {
  if (isUnderWay(rootOf(context.cwd))) return 0;
  if (name === 'pre-commit') return beforeCommit(context);
  if (name === 'commit-msg' && file !== undefined) return checkChange(context, [], { what: 'staged', message: file, messageOnly: true }, HOOK);
  if (name === 'prepare-commit-msg' && file !== undefined) return prepare(context, file, source);
  throw new HostError({ zh: `没有钩子 ${name}。`, en: `There is no hook ${name}.` });
}

const HOOK = { hook: true };

async function beforeCommit(context: Context): Promise<ExitCode> {
  const asked = { what: 'staged', message: undefined, messageOnly: false } as const;
  const code = await checkChange(context, [], asked, HOOK);
  if (code === 0 && !isPartialCommit()) await record(context);
  return code;
}

async function record(context: Context): Promise<void> {
  const { root, set, analysis } = await openChange(context.cwd, { what: 'staged', message: undefined, messageOnly: false }, openingOf(context));
  const me = identityOf(root);
  const file = lockAfter(analysis.change, staffOf(analysis.change.after, me) ?? (me.name || '-'));
  // Somebody edits the lock by hand and has not staged it: it is left alone, and the next check tells what is missing.
  if (file === undefined || !isAsStaged(root, set.after, file.path)) return;
  writeWhole(root, file.path, file.text);
  git(root, ['add', '--', file.path]);
}

function isAsStaged(root: string, staged: FileSource, file: Path): boolean {
  return decode(diskSource(root).read(file)).text === decode(staged.read(file)).text;
}

/** Not for merges, squashes and messages taken from another commit. */
async function prepare(context: Context, file: string, source: string): Promise<ExitCode> {
  if (['merge', 'squash', 'commit'].includes(source)) return 0;
  const root = rootOf(context.cwd);
  const sources = [branchOf(root), activeTicket(root)].filter(text => text !== '');
  if (sources.length === 0) return 0;
  const { analysis } = await openChange(context.cwd, { what: 'staged', message: undefined, messageOnly: false }, openingOf(context));
  // Git names it from the folder it runs the hook in.
  const place = path.resolve(file);
  const message = readFileSync(place, 'utf8');
  const text = withTrailers(message, sources, analysis.change.after);
  if (text !== message) writeWhole(path.dirname(place), path.basename(place), text);
  return 0;
}
