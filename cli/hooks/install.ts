/** `docket hook install | uninstall | status`: what is there is read, the steps are shown, then taken. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ATTRIBUTES, installingUnion, uninstallingUnion } from '../../deliver/hooks/attributes.ts';
import { installing, type Step, uninstalling } from '../../deliver/hooks/plan.ts';
import type { Language, Words } from '../../engine/base/words.ts';
import { fileAt, moveAt, removeAt, writeAt } from '../../host/hooks/files.ts';
import { type HookPlace, hookPlace } from '../../host/hooks/place.ts';
import { forget, record, recorded } from '../../host/hooks/recorded.ts';
import { shipped } from '../../host/shipped.ts';
import type { Context, ExitCode } from '../command.ts';
import { afterInstalling, byHand, toInstall } from './advice.ts';

export interface Asked {
  readonly context: Context;
  readonly language: Language;
  readonly isDry: boolean;
}

export async function install({ context, language, isDry }: Asked): Promise<ExitCode> {
  const place = await hookPlace(context.cwd);
  const hooks = installing(place, filesFrom(place), script());
  const steps = [...(hooks ?? []), ...installingUnion(filesFrom(place))];
  if (hooks === undefined) context.out(isWritten(place) ? `✓ ${place.file}\n` : byHand(place)[language]);
  for (const step of steps) context.out(lineOf(step, language));
  if (isDry) return 0;
  for (const step of steps) take(step, place);
  if (hooks === undefined) return 0;
  await record(place.top, process.argv[1] ?? '');
  const attributes = steps.some(({ does, file }) => file === ATTRIBUTES && does !== 'keep');
  context.err(afterInstalling(place, attributes)[language]);
  return 0;
}

export async function uninstall({ context, language, isDry }: Asked): Promise<ExitCode> {
  const place = await hookPlace(context.cwd);
  const steps = [...uninstalling(place, filesFrom(place)), ...uninstallingUnion(filesFrom(place))];
  for (const step of steps) context.out(lineOf(step, language));
  if (isDry) return 0;
  for (const step of steps) take(step, place);
  await forget(place.top);
  return 0;
}

/** 1 when a hook is missing, or what it would call is gone. */
export async function status({ context, language }: Asked): Promise<ExitCode> {
  const place = await hookPlace(context.cwd);
  const steps = installing(place, filesFrom(place), script());
  const hooks = steps?.map(({ does, file }) => ({ isRight: does === 'keep', what: file })) ?? [{ isRight: isWritten(place), what: place.file }];
  const own = filesFrom(place)(OWN_PROGRAM) === undefined ? [] : [{ isRight: true, what: OWN_PROGRAM }];
  const needed = recorded(place.top).filter(({ key }) => key !== 'docket.program' || own.length === 0);
  const places = [...own, ...needed.map(({ key, place: file, isThere }) => ({ isRight: isThere, what: `${key} ${file}` }))];
  for (const { isRight, what } of [...hooks, ...places]) context.out(`${isRight ? '✓' : '✗'} ${what}\n`);
  if ([...hooks, ...places].every(({ isRight }) => isRight)) return 0;
  context.err(toInstall[language]);
  return 1;
}

/** The hooks call it before any other. */
const OWN_PROGRAM = 'node_modules/.bin/docket';

/** Somebody did it by hand. */
function isWritten(place: HookPlace): boolean {
  return /docket[- ](?:hook|check)/.test(filesFrom(place)(place.file)?.text ?? '');
}

function script(): string {
  return readFileSync(shipped('templates/hooks/docket-hook.sh') ?? '', 'latin1');
}

function filesFrom({ top }: HookPlace): (file: string) => ReturnType<typeof fileAt> {
  return file => fileAt(path.resolve(top, file));
}

function take(step: Step, { top }: HookPlace): void {
  const file = path.resolve(top, step.file);
  if (step.does === 'create' || step.does === 'update') writeAt(file, step.text, step.isPlain);
  if (step.does === 'remove') removeAt(file);
  if (step.does === 'move') moveAt(file, path.resolve(top, step.to));
}

const DOES: Readonly<Record<Step['does'], Words>> = {
  create: { zh: '新建', en: 'create' },
  update: { zh: '修改', en: 'update' },
  keep: { zh: '不变', en: 'as it is' },
  remove: { zh: '删除', en: 'remove' },
  move: { zh: '改名', en: 'rename' },
};

function lineOf(step: Step, language: Language): string {
  return `${DOES[step.does][language]}  ${step.file}${step.does === 'move' ? ` → ${step.to}` : ''}\n`;
}
