/** `docket ledger --period 2026-05`: the ledger of a month, printed or written. */
import path from 'node:path';
import { ledgerData, ledgerFile } from '../../deliver/ledger/ledgerFile.ts';
import { ledgerOf } from '../../engine/measure/ledger/ledger.ts';
import { HostError } from '../../host/hostError.ts';
import { openProject } from '../../host/project.ts';
import { type Command, type Context, type ExitCode, type Options, textOption } from '../command.ts';
import { carryOut, copyFor, cutoffAsked, dayOf, languageOf, periodAsked, periodOptions, warn } from './periodOptions.ts';

export const ledger: Command = { options: periodOptions, run: writeLedger };

function writeLedger(context: Context, _args: readonly string[], options: Options): ExitCode {
  const { root, session } = openProject(context.cwd, context.asOf);
  const project = session.analysis().project();
  const period = periodAsked(project, options);
  if (period.kind !== 'month')
    throw new HostError({
      zh: `台账按月生成，${period.key} 不是月份：请写成 2026-05。`,
      en: `Ledgers are made by the month and ${period.key} is none: write 2026-05.`,
    });
  const cutoff = cutoffAsked(project, options, period, `TZ-${period.key}`);
  const file = ledgerFile(project, period, cutoff, dayOf(project));
  if ('unwritten' in file) throw new HostError(file.unwritten);
  const asData = textOption(options, 'format') === 'json';
  const text = asData ? `${JSON.stringify(ledgerData(ledgerOf(project.get, period, cutoff)), null, 2)}\n` : file.text;
  const out = textOption(options, 'out');
  warn(context, project, period);
  if (options['write'] === true) carryOut(context, root, [file], languageOf(context, project));
  else if (out === undefined) context.out(text);
  else {
    const folder = path.resolve(context.cwd, out);
    carryOut(context, folder, [copyFor(folder, `TZ-${period.key}.${asData ? 'json' : 'md'}`, text)], languageOf(context, project));
  }
  return 0;
}
