/** `docket ledger --period 2026-05`: the ledger of a month, printed or written. */
import { ledgerData, ledgerFile, ledgerIdOf } from '../../deliver/ledger/ledgerFile.ts';
import { HostError } from '../../host/hostError.ts';
import { openProject } from '../../host/project/openProject.ts';
import { type Command, type Context, type ExitCode, type Options, textOption } from '../command.ts';
import { cutoffAsked, dayOf, deliver, languageOf, periodAsked, periodOptions, warn } from './periodOptions.ts';

export const ledger: Command = { options: periodOptions, run: writeLedger };

async function writeLedger(context: Context, _args: readonly string[], options: Options): Promise<ExitCode> {
  const { root, session } = openProject(context.cwd, context.asOf);
  const project = session.analysis().project();
  const period = periodAsked(project, options);
  if (period.kind !== 'month')
    throw new HostError({
      zh: `台账按月生成，${period.key} 不是月份：请写成 2026-05。`,
      en: `A ledger covers a month, and ${period.key} is not a month: write 2026-05.`,
    });
  const cutoff = cutoffAsked(project, options, period, ledgerIdOf(project, period));
  const file = ledgerFile(project, period, cutoff, dayOf(project));
  if ('unwritten' in file) throw new HostError(file.unwritten);
  const asData = textOption(options, 'format') === 'json';
  const text = asData ? `${JSON.stringify(ledgerData(project, period, cutoff), null, 2)}\n` : file.after;
  warn(context, project, period);
  const name = `${ledgerIdOf(project, period)}.${asData ? 'json' : 'md'}`;
  return deliver({ plan: [file], text, name }, { context, root, language: languageOf(context, project), options });
}
