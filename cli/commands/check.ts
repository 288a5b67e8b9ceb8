/** `docket check [PATH…]`: every finding of the project, or of some paths, in the format asked for. */
import { asPath, decode } from '../../engine/session/text.ts';
import type { Words } from '../../engine/session/types.ts';
import { askAheadOfStaged } from '../../host/changes/askedAhead.ts';
import { checkTree } from '../../host/project/checked.ts';
import type { Checked } from '../../host/project/findings.ts';
import { engineId } from '../../host/engineId.ts';
import { diskSource } from '../../host/project/disk.ts';
import { HostError } from '../../host/hostError.ts';
import { rootOf } from '../../host/project/root.ts';
import manifest from '../../package.json' with { type: 'json' };
import { askedChange, changeOptions } from '../change/changeOptions.ts';
import type { Command, Context, ExitCode, Options } from '../command.ts';
import { linesOf, printReport } from '../report.ts';
import { reporters } from '../reporters/index.ts';
import { reportedOn, uncheckedAmong, within } from '../change/scope.ts';

export const check: Command = {
  arguments: [{ name: '[PATH...]', says: { zh: '只报告这些文件或目录', en: 'report on these files or folders only' } }],
  options: [
    ...changeOptions,
    {
      flags: '--format <name>',
      says: { zh: '输出格式', en: 'format of the output' },
      choices: Object.keys(reporters),
      default: 'pretty',
    },
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
  const asked = askedChange(options, context.cwd);
  if (asked !== undefined) {
    const ahead = asked.what === 'staged' ? askAheadOfStaged(context.cwd) : undefined;
    const { checkChange } = await import('../change/changeCheck.ts');
    await ahead;
    return checkChange(context, paths, asked, options);
  }
  const root = rootOf(context.cwd);
  const checked = await checkTree(root, context.asOf, engineId(manifest.version));
  const language = context.language ?? checked.language;
  const source = diskSource(root);
  if (checked.baseline.problem !== undefined) throw new HostError(checked.baseline.problem);
  for (const words of aboutBaseline(checked.baseline)) context.err(words[language]);
  const places = paths.map(name =>
    reportedOn(root, context.cwd, name, [...checked.findings, ...checked.baseline.held]),
  );
  const findings = within(checked.findings, places);
  for (const place of await uncheckedAmong(root, places, decode(source.read(CONFIG)).text))
    context.err(notChecked(place)[language]);
  return printReport(context, options, root, {
    findings,
    summary: () => checked.summary,
    language,
    lineOf: linesOf(source),
  });
}

/** How much the baseline holds, and what it need not hold any more. */
function aboutBaseline({ held: { length: held }, gone: { length: gone } }: Checked['baseline']): readonly Words[] {
  return [
    ...(held > 0
      ? [{ zh: `基线中的 ${held} 个存量问题未列出。\n`, en: `${held} findings of the baseline are not listed.\n` }]
      : []),
    ...(gone > 0
      ? [
          {
            zh: `基线中有 ${gone} 条问题已不存在：运行 docket baseline --update 收紧基线。\n`,
            en: `${gone} entries of the baseline are gone: tighten it with docket baseline --update.\n`,
          },
        ]
      : []),
  ];
}

const CONFIG = asPath('docket.yml');

function notChecked(place: string): Words {
  return {
    zh: `${place} 不在 docket.yml 的 documents 范围内，没有检查。\n`,
    en: `${place} is not covered by documents.include in docket.yml and was not checked.\n`,
  };
}
