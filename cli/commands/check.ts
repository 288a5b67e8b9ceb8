/** `docket check [PATH…]`: every finding of the project, or of some paths, in the format asked for. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../engine/rules/finding.ts';
import { decode } from '../../engine/workspace/decode.ts';
import type { FileSource } from '../../engine/workspace/files.ts';
import { asPath } from '../../engine/base/text.ts';
import type { Words } from '../../engine/base/words.ts';
import { checkTree } from '../../host/checked.ts';
import { engineId } from '../../host/engineId.ts';
import { diskSource } from '../../host/disk.ts';
import { git } from '../../host/git.ts';
import { HostError, reasonOf } from '../../host/hostError.ts';
import { rootOf } from '../../host/root.ts';
import manifest from '../../package.json' with { type: 'json' };
import { beyondBaseline } from '../baselined.ts';
import { type Command, type Context, type ExitCode, type Options, textOption } from '../command.ts';
import { reporters } from '../reporters/index.ts';
import type { Result } from '../reporters/reporter.ts';
import { reportedOn, uncheckedAmong, within } from '../scope.ts';

export const check: Command = {
  arguments: [{ name: '[PATH...]', says: { zh: '只报告这些文件或目录', en: 'report on these files or folders only' } }],
  options: [
    { flags: '--format <name>', says: { zh: '输出格式', en: 'format of the output' }, choices: Object.keys(reporters), default: 'pretty' },
    { flags: '--output <file>', says: { zh: '写入文件', en: 'write to this file' } },
    {
      flags: '--fail-on <severity>',
      says: { zh: '达到此级别时返回 1', en: 'exit 1 at this severity' },
      choices: ['error', 'warning'],
      default: 'error',
    },
  ],
  run: checkProject,
};

async function checkProject(context: Context, paths: readonly string[], options: Options): Promise<ExitCode> {
  const root = rootOf(context.cwd);
  const checked = await checkTree(root, context.asOf, engineId(manifest.version));
  const language = context.language ?? checked.language;
  const source = diskSource(root);
  const fresh = await beyondBaseline(context, language, source, checked.findings);
  const places = paths.map(name => reportedOn(root, context.cwd, name, checked.findings));
  const findings = within(fresh, places);
  for (const place of await uncheckedAmong(root, places, decode(source.read(CONFIG)).text)) context.err(notChecked(place)[language]);
  const output = textOption(options, 'output');
  const result: Result = {
    findings,
    summary: checked.summary,
    language,
    version: manifest.version,
    color: context.color && output === undefined,
    lineOf: linesOf(source),
    inRepository: inRepository(root),
  };
  const reporter = await reporters[textOption(options, 'format') ?? 'pretty']?.();
  const text = reporter?.(result) ?? '';
  if (output === undefined) context.out(text);
  else write(path.resolve(context.cwd, output), text);
  return fails(findings, textOption(options, 'failOn')) ? 1 : 0;
}

const CONFIG = asPath('docket.yml');

function notChecked(place: string): Words {
  return {
    zh: `${place} 不在 docket.yml 的 documents 范围内，没有检查。\n`,
    en: `${place} is none of the documents of docket.yml and was not checked.\n`,
  };
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
      { zh: `写不了 ${file}：${why}。请检查目录和权限。`, en: `Cannot write ${file}: ${why}. Check the folder and its permissions.` },
      error,
    );
  }
}

function linesOf(source: FileSource): Result['lineOf'] {
  const known = new Map<string, readonly string[]>();
  return (file, line) => {
    const lines = known.get(file) ?? decode(source.read(asPath(file))).text.split(/\r?\n/);
    known.set(file, lines);
    return lines[line];
  };
}
