/** `docket check [PATH…]`: every finding of the project, or of some paths, in the format asked for. */
import { decode } from '../../engine/workspace/decode.ts';
import { asPath } from '../../engine/base/text.ts';
import type { Words } from '../../engine/base/words.ts';
import { askAheadOfStaged } from '../../host/changes/ahead.ts';
import { checkTree } from '../../host/checked.ts';
import { engineId } from '../../host/engineId.ts';
import { diskSource } from '../../host/disk.ts';
import { rootOf } from '../../host/root.ts';
import manifest from '../../package.json' with { type: 'json' };
import { beyondBaseline } from '../baselined.ts';
import { askedChange, changeOptions } from '../changeOptions.ts';
import type { Command, Context, ExitCode, Options } from '../command.ts';
import { linesOf, report } from '../report.ts';
import { reporters } from '../reporters/index.ts';
import { reportedOn, uncheckedAmong, within } from '../scope.ts';

export const check: Command = {
  arguments: [{ name: '[PATH...]', says: { zh: '只报告这些文件或目录', en: 'report on these files or folders only' } }],
  options: [
    ...changeOptions,
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
  const asked = askedChange(options, context.cwd);
  if (asked !== undefined) {
    const ahead = asked.what === 'staged' ? askAheadOfStaged(context.cwd) : undefined;
    const { checkChange } = await import('../changeCheck.ts');
    await ahead;
    return checkChange(context, paths, asked, options);
  }
  const root = rootOf(context.cwd);
  const checked = await checkTree(root, context.asOf, engineId(manifest.version));
  const language = context.language ?? checked.language;
  const source = diskSource(root);
  const fresh = await beyondBaseline(context, language, source, checked.findings);
  const places = paths.map(name => reportedOn(root, context.cwd, name, checked.findings));
  const findings = within(fresh, places);
  for (const place of await uncheckedAmong(root, places, decode(source.read(CONFIG)).text)) context.err(notChecked(place)[language]);
  return report(context, options, root, { findings, summary: () => checked.summary, language, lineOf: linesOf(source) });
}

const CONFIG = asPath('docket.yml');

function notChecked(place: string): Words {
  return {
    zh: `${place} 不在 docket.yml 的 documents 范围内，没有检查。\n`,
    en: `${place} is none of the documents of docket.yml and was not checked.\n`,
  };
}
