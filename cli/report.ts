/** Findings → the format and the place that were asked for, and the exit code. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { asPath, decode } from '../engine/session/text.ts';
import type { FileSource, Finding } from '../engine/session/types.ts';
import { git } from '../host/git/git.ts';
import { HostError, reasonOf } from '../host/hostError.ts';
import manifest from '../package.json' with { type: 'json' };
import { type Context, type ExitCode, type Options, textOption } from './command.ts';
import { reporters } from './reporters/index.ts';
import type { Result } from './reporters/reporter.ts';

type Reported = Pick<Result, 'findings' | 'summary' | 'language' | 'lineOf' | 'ofChange'>;

/**
 * Prints findings in the format that was asked for, or writes them to `--output`. Answers 1 when one is at or above
 * `--fail-on`, else 0.
 *
 * @throws HostError when the output file cannot be written.
 */
export async function printReport(
  context: Context,
  options: Options,
  root: string,
  reported: Reported,
): Promise<ExitCode> {
  const isHook = options['hook'] === true;
  // Before a commit, infos are not shown, and a hook without findings prints nothing.
  const findings = isHook ? reported.findings.filter(({ severity }) => severity !== 'info') : reported.findings;
  if (isHook && findings.length === 0) return 0;
  const output = textOption(options, 'output');
  const result: Result = {
    ...reported,
    findings,
    version: manifest.version,
    color: context.color && output === undefined,
    inRepository: inRepository(root),
  };
  const reporter = await reporters[textOption(options, 'format') ?? 'pretty']?.();
  const text = reporter?.(result) ?? '';
  if (output === undefined) context.out(text);
  else write(path.resolve(context.cwd, output), text);
  return fails(reported.findings, textOption(options, 'failOn')) ? 1 : 0;
}

function fails(findings: readonly Finding[], level: string | undefined): boolean {
  return findings.some(({ severity }) => severity === 'error' || (level === 'warning' && severity === 'warning'));
}

/** A platform sees the repository, the project may be a folder of it. */
function inRepository(root: string): Result['inRepository'] {
  let prefix: string | undefined;
  return file => {
    prefix ??= git(root, ['rev-parse', '--show-prefix']).out.toString('utf8').trimEnd();
    return `${prefix}${file}`;
  };
}

/** As it is, not beside and renamed: the file may be a device or a pipe. */
function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const why = reasonOf(error);
    throw new HostError(
      {
        zh: `写不了 ${file}：${why}。请检查目录和权限。`,
        en: `Cannot write ${file}: ${why}. Check the folder and its permissions.`,
      },
      error,
    );
  }
}

/** Looks up lines of files, from 0; each file is read once. */
export function linesOf(source: Pick<FileSource, 'read'>): Result['lineOf'] {
  const known = new Map<string, readonly string[]>();
  return (file, line) => {
    const lines = known.get(file) ?? decode(source.read(asPath(file))).text.split(/\r?\n/);
    known.set(file, lines);
    return lines[line];
  };
}
