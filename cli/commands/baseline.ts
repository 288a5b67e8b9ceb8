/** `docket baseline`: freezes the findings there are, so that a project that starts late is told only what is new. */
import { baselineOf, printBaseline } from '../../engine/session/questions/baselineKept.ts';
import { decode } from '../../engine/session/text.ts';
import { HostError } from '../../host/hostError.ts';
import { checkTree } from '../../host/project/checked.ts';
import { diskSource } from '../../host/project/disk.ts';
import type { Checked } from '../../host/project/findings.ts';
import { engineId } from '../../host/engineId.ts';
import { rootOf } from '../../host/project/root.ts';
import manifest from '../../package.json' with { type: 'json' };
import type { Command, Context, ExitCode, Options } from '../command.ts';
import { DRY_RUN, PLAN_FORMAT } from '../plans/options.ts';
import { perform } from '../plans/perform.ts';
import { counted } from '../plans/words.ts';

export const baseline: Command = {
  options: [
    { flags: '--update', says: { zh: '改写已有的基线', en: 'write a baseline that exists anew' } },
    DRY_RUN,
    PLAN_FORMAT,
  ],
  run: freeze,
};

async function freeze(context: Context, _args: readonly string[], options: Options): Promise<ExitCode> {
  const root = rootOf(context.cwd);
  const checked = await checkTree(root, context.asOf, engineId(manifest.version));
  const { baseline: kept } = checked;
  const file = kept.path;
  if (options['update'] !== true && kept.isThere)
    throw kept.problem === undefined ? exists(checked) : new HostError(kept.problem);
  const findings = [...checked.findings, ...kept.held];
  const content = diskSource(root).read(file);
  const plan = [
    {
      path: file,
      before: content.state === 'absent' ? undefined : decode(content).text,
      after: printBaseline(baselineOf(findings)),
    },
  ];
  const nothing = {
    zh: `${file} 已是现有的问题，没有改动。`,
    en: `${file} holds the present findings already: nothing was changed.`,
  };
  const stage = { context, root, language: context.language ?? checked.language, options };
  const { code, outcome } = await perform(plan, stage, { nothing });
  const says = {
    zh: `已把 ${findings.length} 个现有问题写入 ${file}。\n`,
    en: `Wrote ${counted(findings.length, 'present finding')} to ${file}.\n`,
  };
  if (outcome !== undefined && code === 0) context.err(says[stage.language]);
  return code;
}

/** New findings would disappear into the file without anybody meaning it. */
function exists({ findings, baseline: { path: file, held, gone } }: Checked): HostError {
  return new HostError({
    zh: `基线 ${file} 已存在：现有问题 ${held.length} 个在其中，新问题 ${findings.length} 个，已消失 ${gone.length} 条。改写请用 docket baseline --update。`,
    en: `The baseline ${file} exists: it holds ${held.length} of the findings, ${findings.length} are new, ${gone.length} entries are gone. To write it anew run docket baseline --update.`,
  });
}
