/** `docket check` on a change: what it brought, and what its commits say and owe. */
import { type AskedChange, type OpenChange, openChange } from '../../host/changes/openChange.ts';
import { HostError } from '../../host/hostError.ts';
import { openingOf } from './changeOptions.ts';
import type { Context, ExitCode, Options } from '../command.ts';
import { linesOf, printReport } from '../report.ts';
import { inProject, within } from './scope.ts';

/**
 * Opens the change that was asked for, judges it at its gate, and prints the findings.
 *
 * @throws HostError when the change cannot be opened: no repository, an unknown revision, a shallow clone.
 */
export async function checkChange(
  context: Context,
  paths: readonly string[],
  asked: AskedChange,
  options: Options,
): Promise<ExitCode> {
  return reportChange(context, paths, options, await openChange(context.cwd, asked, openingOf(context)));
}

/** `open`: the change that was asked for. */
export async function reportChange(
  context: Context,
  paths: readonly string[],
  options: Options,
  open: OpenChange,
): Promise<ExitCode> {
  const { root, after, analysis, gate } = open;
  const language = context.language ?? open.language;
  const found = analysis.findings(gate);
  const { problem } = after.analysis().baseline();
  if (problem !== undefined) throw new HostError(problem);
  const findings = within(
    found,
    paths.map(name => inProject(root, context.cwd, name)),
  );
  return printReport(context, options, root, {
    findings,
    summary: () => after.analysis().summary(),
    language,
    lineOf: linesOf(after),
    ofChange: true,
  });
}
