/** `docket hook install | uninstall | status`: what is there is read, then a plan is made and carried out. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { installingUnion, uninstallingUnion } from '../../deliver/hooks/attributes.ts';
import { installing, uninstalling } from '../../deliver/hooks/plan.ts';
import { actionOf, isEmpty } from '../../engine/session/plans.ts';
import type { Words } from '../../engine/session/types.ts';
import { fileAt } from '../../host/hooks/files.ts';
import { type HookPlace, hookPlace } from '../../host/hooks/place.ts';
import { forget, record, recordedHooks } from '../../host/hooks/recorded.ts';
import { shipped } from '../../host/shipped.ts';
import type { Context, ExitCode, Options } from '../command.ts';
import { spokenLanguage } from '../words/language.ts';
import { perform } from '../plans/perform.ts';
import { afterInstalling, byHand, toInstall } from './advice.ts';

/** `docket hook install`. Exit 1 when the hooks are installed already. */
export async function install(context: Context, options: Options): Promise<ExitCode> {
  const language = spokenLanguage(process.argv);
  const place = await hookPlace(context.cwd);
  const hooks = installing(place, filesFrom(place), script());
  const attributes = installingUnion(filesFrom(place));
  if (hooks === undefined) context.err(isWritten(place) ? `✓ ${place.file}\n` : byHand(place)[language]);
  const plan = [...(hooks ?? []), ...attributes];
  const nothing = hooks === undefined ? LEFT : INSTALLED;
  const { code, outcome } = await perform(
    plan,
    { context, root: place.top, language, options },
    { nothing, besides: besidesOf(place) },
  );
  if (hooks === undefined || options['dryRun'] === true || code === 2) return code;
  await record(place.top, process.argv[1] ?? '');
  if (outcome !== undefined) context.err(afterInstalling(place, !isEmpty(attributes))[language]);
  return code;
}

/** `docket hook uninstall`. Exit 1 when none are installed. */
export async function uninstall(context: Context, options: Options): Promise<ExitCode> {
  const language = spokenLanguage(process.argv);
  const place = await hookPlace(context.cwd);
  const plan = [...uninstalling(place, filesFrom(place)), ...uninstallingUnion(filesFrom(place))];
  const stage = { context, root: place.top, language, options };
  const { code } = await perform(plan, stage, { nothing: NOT_INSTALLED, besides: besidesOf(place) });
  if (options['dryRun'] !== true && code !== 2) await forget(place.top);
  return code;
}

const INSTALLED: Words = {
  zh: '钩子已经装好，没有改动。',
  en: 'The hooks are installed already: nothing was changed.',
};
const LEFT: Words = { zh: '没有改动任何文件。', en: 'No file was changed.' };
const NOT_INSTALLED: Words = {
  zh: '这里没有装过 docket 的钩子，没有改动。',
  en: 'No hooks of docket are installed here: nothing was changed.',
};

/** Git may keep the hooks outside of the working tree: of a worktree, or for all repositories of a person. */
function besidesOf({ top, file, by }: HookPlace): readonly string[] {
  return by === 'git' || by === 'husky' ? [path.resolve(top, file)] : [];
}

/** 1 when a hook is missing, or what it would call is gone. */
export async function status(context: Context): Promise<ExitCode> {
  const place = await hookPlace(context.cwd);
  const steps = installing(place, filesFrom(place), script());
  const hooks = steps?.map(step => ({ isRight: actionOf(step) === 'keep', what: step.from ?? step.path })) ?? [
    { isRight: isWritten(place), what: place.file },
  ];
  const own = filesFrom(place)(OWN_PROGRAM) === undefined ? [] : [{ isRight: true, what: OWN_PROGRAM }];
  const needed = recordedHooks(place.top).filter(({ key }) => key !== 'docket.program' || own.length === 0);
  const places = [
    ...own,
    ...needed.map(({ key, place: file, isThere }) => ({ isRight: isThere, what: `${key} ${file}` })),
  ];
  for (const { isRight, what } of [...hooks, ...places]) context.out(`${isRight ? '✓' : '✗'} ${what}\n`);
  if ([...hooks, ...places].every(({ isRight }) => isRight)) return 0;
  context.err(toInstall[spokenLanguage(process.argv)]);
  return 1;
}

/** The hooks call it before any other. */
const OWN_PROGRAM = 'node_modules/.bin/docket';

/** It was installed by hand. */
function isWritten(place: HookPlace): boolean {
  return /docket[- ](?:hook|check)/.test(filesFrom(place)(place.file)?.text ?? '');
}

function script(): string {
  return readFileSync(shipped('templates/hooks/docket-hook.sh') ?? '', 'latin1');
}

function filesFrom({ top }: HookPlace): (file: string) => ReturnType<typeof fileAt> {
  return file => fileAt(path.resolve(top, file));
}
