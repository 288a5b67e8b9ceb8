/**
 * What every writing command does with its plan: show it, ask where the command asks, carry it out, print what became of each file.
 *
 * Exit codes: 0 something was written, or shown with `--dry-run`; 1 nothing was, and the reason is said; 2 a file was refused.
 */
import { isEmpty, type Plan } from '../../engine/session/plans.ts';
import type { Language, Words } from '../../engine/session/types.ts';
import { carryOut, type Conditions, type Outcome } from '../../host/write/carryOut.ts';
import { agreed } from '../agreed.ts';
import type { Context, ExitCode, Options } from '../command.ts';
import { planAsJson } from './json.ts';
import { patchOf } from './patch.ts';
import { outcomeLine, plannedLine } from './words.ts';

interface Performance extends Conditions {
  /** Why there is nothing to do, when there is not. */
  readonly nothing: Words;
  /** A line about the whole, above the files; printed when all of it is done. */
  readonly heading?: string;
  /** More about what is done, below the files; printed when all of it is done. */
  readonly details?: string;
  /** Ask before writing, unless `--yes` is given. */
  readonly asks?: boolean;
}

interface Performed {
  readonly code: ExitCode;
  /** Undefined when nothing was to be carried out: `--dry-run`, an empty plan, a person who said no. */
  readonly outcome: Outcome | undefined;
}

/** Where a plan is carried out, and for whom. */
export interface Stage {
  readonly context: Context;
  /** The folder that the paths of the plan are relative to. */
  readonly root: string;
  readonly language: Language;
  readonly options: Options;
}

/** Shows the plan, or asks and carries it out, and says what became of each file. */
export async function perform(plan: Plan, stage: Stage, performance: Performance): Promise<Performed> {
  const { context, language, options } = stage;
  const asJson = options['format'] === 'json';
  if (isEmpty(plan)) return nothingDone(plan, stage, performance.nothing);
  if (options['dryRun'] === true) {
    if (asJson) context.out(planAsJson({ plan }));
    else context.out(`${plan.map(file => plannedLine(file, language)).join('')}\n${patchOf(plan)}`);
    return { code: 0, outcome: undefined };
  }
  if (performance.asks === true && options['yes'] !== true) {
    if (!asJson) context.out(plan.map(file => plannedLine(file, language)).join(''));
    if (!(await agreed(language))) return nothingDone(plan, stage, DECLINED);
  }
  const outcome = carryOut(stage.root, plan, performance);
  if (asJson) context.out(planAsJson({ plan, outcome }));
  else tell(outcome, stage, performance);
  return { code: exitCodeOf(outcome), outcome };
}

/** A command that found nothing to do; `plan` is empty, or was not wanted. */
export function nothingDone(plan: Plan, { context, language, options }: Stage, reason: Words): Performed {
  if (options['format'] === 'json') context.out(planAsJson({ plan, outcome: [], reason }));
  else if (reason !== DECLINED) context.out(plan.map(file => plannedLine(file, language)).join(''));
  context.err(`${reason[language]}\n`);
  return { code: 1, outcome: undefined };
}

const DECLINED: Words = { zh: '没有写入。', en: 'Nothing was written.' };

/** What was refused is a complaint; with `--quiet`, where no complaint is printed, it is part of the result. */
function tell(outcome: Outcome, { context, language }: Stage, { heading = '', details = '' }: Performance): void {
  const done = outcome.filter(({ did }) => did !== 'refused');
  const refused = outcome.filter(({ did }) => did === 'refused');
  const isWhole = refused.length === 0;
  context.out(
    `${isWhole ? heading : ''}${done.map(file => outcomeLine(file, language)).join('')}${isWhole ? details : ''}`,
  );
  const complain = context.quiet ? context.out : context.err;
  complain(refused.map(file => outcomeLine(file, language)).join(''));
}

function exitCodeOf(outcome: Outcome): ExitCode {
  if (outcome.some(({ did }) => did === 'refused')) return 2;
  return outcome.some(({ did }) => did !== 'unchanged') ? 0 : 1;
}
