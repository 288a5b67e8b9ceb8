/** `docket report --period 2026-05|2026-Q1|2026`: a maintenance report with its figures, printed or written. */
import path from 'node:path';
import type { PlannedFile } from '../../deliver/filePlan.ts';
import { isHandedIn, reportFiles } from '../../deliver/report/reportFiles.ts';
import type { Period } from '../../engine/measure/period.ts';
import { frozen } from '../../engine/measure/report/figuresAt.ts';
import { reportId } from '../../engine/measure/report/report.ts';
import type { Project } from '../../engine/rules/project.ts';
import { HostError } from '../../host/hostError.ts';
import { openProject } from '../../host/project.ts';
import { type Command, type Context, type ExitCode, type Options, textOption } from '../command.ts';
import { carryOut, copyFor, cutoffAsked, dayOf, languageOf, periodAsked, periodOptions, warn } from './periodOptions.ts';

export const report: Command = { options: periodOptions, run: writeReport };

function writeReport(context: Context, _args: readonly string[], options: Options): ExitCode {
  const { root, session } = openProject(context.cwd, context.asOf);
  const project = session.analysis().project();
  const period = periodAsked(project, options);
  const cutoff = cutoffAsked(project, options, period, reportId(period));
  const files = reportFiles(project, period, cutoff, dayOf(project));
  if ('unwritten' in files) throw new HostError(files.unwritten);
  const [document] = files;
  const asData = textOption(options, 'format') === 'json';
  const text = asData ? `${JSON.stringify(frozen(project.get, period, cutoff), null, 2)}\n` : (document?.text ?? '');
  const out = textOption(options, 'out');
  const language = languageOf(context, project);
  warn(context, project, period);
  if (options['write'] === true) carryOut(context, root, unlessHandedIn(project, period, files), language);
  else if (out === undefined) context.out(text);
  else {
    const folder = path.resolve(context.cwd, out);
    carryOut(context, folder, [copyFor(folder, `${reportId(period)}.${asData ? 'json' : 'md'}`, text)], language);
  }
  return 0;
}

function unlessHandedIn(project: Project, period: Period, files: readonly PlannedFile[]): readonly PlannedFile[] {
  if (!isHandedIn(project, period) || files.every(({ does }) => does === 'keep')) return files;
  const id = reportId(period);
  throw new HostError({
    zh: `${id} 已提交，不再改写：数据有更正的，在下期报告中写更正说明；确需重出的，先把状态改回 draft。`,
    en: `${id} has been handed in and is not rewritten: explain the correction in the next report, or set its status back to draft first.`,
  });
}
