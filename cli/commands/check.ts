/** `docket check [PATH…]`: every finding of the project, or of some paths, in the format asked for. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../engine/rules/finding.ts';
import { decode } from '../../engine/workspace/decode.ts';
import type { FileSource } from '../../engine/workspace/files.ts';
import { asPath } from '../../engine/base/text.ts';
import { HostError, reasonOf } from '../../host/hostError.ts';
import { checkTree } from '../../host/checked.ts';
import { diskSource } from '../../host/disk.ts';
import { rootOf } from '../../host/project.ts';
import { rules } from '../../engine/rules/catalogue.generated.ts';
import manifest from '../../package.json' with { type: 'json' };
import { type Command, type Context, type ExitCode, type Options, textOption } from '../command.ts';
import { reporters } from '../reporters/index.ts';
import type { Result } from '../reporters/reporter.ts';

export const check: Command = {
  arguments: [{ name: '[PATH...]', says: { zh: '只报告这些文件或目录', en: 'report on these files or folders only' } }],
  options: [
    { flags: '--format <name>', says: { zh: '输出格式', en: 'format of the output' }, choices: Object.keys(reporters), default: 'pretty' },
    { flags: '--output <file>', says: { zh: '写入文件', en: 'write to this file' } },
    { flags: '--fail-on <severity>', says: { zh: '达到此级别时返回 1', en: 'exit 1 at this severity' }, choices: ['error', 'warning'], default: 'error' },
  ],
  run: checkProject,
};

async function checkProject(context: Context, paths: readonly string[], options: Options): Promise<ExitCode> {
  const root = rootOf(context.cwd);
  const checked = checkTree(root, context.asOf, manifest.version);
  const findings = within(checked.findings, paths.map(name => relativeTo(root, context.cwd, name)));
  const output = textOption(options, 'output');
  const result: Result = {
    findings,
    summary: checked.summary,
    language: context.language ?? checked.language,
    version: manifest.version,
    rules,
    color: context.color && output === undefined,
    lineOf: linesOf(diskSource(root)),
  };
  const reporter = await reporters[textOption(options, 'format') ?? 'pretty']?.();
  const text = reporter?.(result) ?? '';
  if (output === undefined) context.out(text);
  else write(path.resolve(context.cwd, output), text);
  return fails(findings, textOption(options, 'failOn')) ? 1 : 0;
}

function fails(findings: readonly Finding[], level: string | undefined): boolean {
  return findings.some(({ severity }) => severity === 'error' || (level === 'warning' && severity === 'warning'));
}

function within(findings: readonly Finding[], paths: readonly string[]): readonly Finding[] {
  if (paths.length === 0) return findings;
  return findings.filter(({ at }) => paths.some(path => path === '' || at.path === path || at.path.startsWith(`${path}/`)));
}

function relativeTo(root: string, cwd: string, name: string): string {
  const relative = path.relative(root, path.resolve(cwd, name));
  if (!relative.startsWith('..')) return asPath(relative).replace(/\/$/, '');
  throw new HostError({ zh: `${name} 不在项目 ${root} 之内。`, en: `${name} is not inside the project ${root}.` });
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const why = reasonOf(error);
    throw new HostError({ zh: `写不了 ${file}：${why}。请检查目录和权限。`, en: `Cannot write ${file}: ${why}. Check the folder and its permissions.` }, error);
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
