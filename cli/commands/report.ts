/** `docket report --period 2026-05|2026-Q1|2026`: a maintenance report with its figures, printed or written. */
import { isHandedIn, reportData, reportFiles, reportIdOf } from '../../deliver/report/reportFiles.ts';
import { isEmpty, type Plan } from '../../engine/session/plans.ts';
import type { Period } from '../../engine/session/questions/periods.ts';
import type { Project } from '../../engine/session/types.ts';
import { HostError } from '../../host/hostError.ts';
import { openProject } from '../../host/project/openProject.ts';
import { type Command, type Context, type ExitCode, type Options, textOption } from '../command.ts';
import { cutoffAsked, dayOf, deliver, languageOf, periodAsked, periodOptions, warn } from './periodOptions.ts';

export const report: Command = { options: periodOptions, run: writeReport };

async function writeReport(context: Context, _args: readonly string[], options: Options): Promise<ExitCode> {
  const { root, session } = openProject(context.cwd, context.asOf);
  const project = session.analysis().project();
  const period = periodAsked(project, options);
  const cutoff = cutoffAsked(project, options, period, reportIdOf(project, period));
  const files = reportFiles(project, period, cutoff, dayOf(project));
  if ('unwritten' in files) throw new HostError(files.unwritten);
  const asData = textOption(options, 'format') === 'json';
  const text = asData ? `${JSON.stringify(reportData(project, period, cutoff), null, 2)}\n` : files[0].after;
  warn(context, project, period);
  if (options['write'] === true) refuseHandedIn(project, period, files);
  const name = `${reportIdOf(project, period)}.${asData ? 'json' : 'md'}`;
  return deliver({ plan: files, text, name }, { context, root, language: languageOf(context, project), options });
}

function refuseHandedIn(project: Project, period: Period, files: Plan): void {
  if (!isHandedIn(project, period) || isEmpty(files)) return;
  const id = reportIdOf(project, period);
  throw new HostError({
    zh: `${id} 已提交，不再改写：数据有更正的，在下期报告中写更正说明；确需重出的，先把状态改回 draft。`,
    en: `${id} has been handed in and is not rewritten: explain the correction in the next report, or set its status back to draft first.`,
  });
}
