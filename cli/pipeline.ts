/** `docket init --ci PLATFORM`: writes the pipeline that checks what each push brings. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PIPELINES } from '../deliver/init/pipelines.ts';
import { asPath } from '../engine/session/text.ts';
import type { Words } from '../engine/session/types.ts';
import { git } from '../host/git/git.ts';
import { HostError } from '../host/hostError.ts';
import { shipped } from '../host/shipped.ts';
import type { Context, ExitCode, Options } from './command.ts';
import { spokenLanguage } from './words/language.ts';
import { perform } from './plans/perform.ts';

/**
 * Writes the pipeline of a platform into the repository.
 * @throws HostError when its file is there and says something else
 */
export async function writePipeline(context: Context, platform: string, options: Options): Promise<ExitCode> {
  const language = spokenLanguage(process.argv);
  const top = git(context.cwd, ['rev-parse', '--show-toplevel']).out.toString('utf8').replace(/\n$/, '') || context.cwd;
  const { template, file: usual, beside } = PIPELINES[platform] ?? {};
  const text = readFileSync(shipped(`templates/${template}`) ?? '', 'utf8');
  const isFree = (file: string | undefined) =>
    file !== undefined && (!existsSync(path.join(top, file)) || readFileSync(path.join(top, file), 'utf8') === text);
  const file = [usual, beside?.file].find(isFree);
  if (file === undefined) throw occupied(usual ?? '');
  const before = existsSync(path.join(top, file)) ? text : undefined;
  const stage = { context, root: top, language, options };
  const { code, outcome } = await perform([{ path: asPath(file), before, after: text }], stage, {
    nothing: isThere(file),
    asks: true,
  });
  if (outcome !== undefined && code === 0)
    context.err(`${(file === beside?.file ? beside.next : PROGRAM)[language]}\n`);
  return code;
}

const PROGRAM = {
  zh: '下一步：把程序包放到流水线里写的位置（npm pack 所得的 .tgz，或改为内网地址），然后提交。',
  en: 'Next: put the packed program (the .tgz of npm pack) where the pipeline says, or write its address there; then commit.',
};

function isThere(file: string): Words {
  return { zh: `${file} 已经是这个内容，没有改动。`, en: `${file} says this already: nothing was changed.` };
}

function occupied(file: string): HostError {
  return new HostError({
    zh: `${file} 已存在且内容不同，不覆盖。请改名后重试，或加 --dry-run 查看内容后自行合并。`,
    en: `${file} is there and says something else; it was left as it is. Rename it, or look at the text with --dry-run and merge it.`,
  });
}
