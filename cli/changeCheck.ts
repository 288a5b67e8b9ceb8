/** `docket check` on a change: what it brought, and what its commits say and owe. */
import { asPath } from '../engine/base/text.ts';
import type { Finding } from '../engine/rules/finding.ts';
import { BASELINE_PATH, baselineOf, judge } from '../engine/rules/baseline.ts';
import { affectedBy } from '../engine/session/affected.ts';
import { broughtAtTheGate } from '../engine/session/atTheGate.ts';
import { broughtTo } from '../engine/session/brought.ts';
import { analyseChange, pathsBefore } from '../engine/session/changeAnalysis.ts';
import { type AskedChange, type OpenChange, openChange } from '../host/changed.ts';
import { baselineAt } from './baselined.ts';
import { openingOf } from './changeOptions.ts';
import type { Context, ExitCode, Options } from './command.ts';
import { linesOf, report } from './report.ts';
import { inProject, within } from './scope.ts';

export async function checkChange(context: Context, paths: readonly string[], asked: AskedChange, options: Options): Promise<ExitCode> {
  return reportChange(context, paths, asked, options, await openChange(context.cwd, asked, openingOf(context)));
}

/** `open`: the change that was asked for. */
export async function reportChange(
  context: Context,
  paths: readonly string[],
  asked: AskedChange,
  options: Options,
  open: OpenChange,
): Promise<ExitCode> {
  const { root, after } = open;
  const language = context.language ?? open.language;
  const found = asked.what !== 'staged' ? allOf(open) : asked.messageOnly ? ofMessage(open) : ofStaged(open);
  const baseline = baselineAt(asPath(after.analysis().config().baseline ?? BASELINE_PATH), after);
  const fresh = baseline === undefined ? found : judge(found, baseline).shown;
  const findings = within(
    fresh,
    paths.map(name => inProject(root, context.cwd, name)),
  );
  return report(context, options, root, {
    findings,
    summary: () => after.analysis().summary(),
    language,
    lineOf: linesOf(after),
    ofChange: true,
  });
}

function allOf({ analysis }: OpenChange): readonly Finding[] {
  return [...analysis.changeFindings(), ...analysis.broughtFindings()];
}

/**
 * The gate looks at the documents that are committed and at those that have to do with them. What only the whole year can tell
 * (ledgers, figures, periods without a record) is told by `check` and over the range.
 */
function ofStaged({ analysis, set, before, after }: OpenChange): readonly Finding[] {
  const wasOf = pathsBefore(set.files);
  const paths = set.files.flatMap(({ path, was }) => (was === undefined ? [path] : [path, was]));
  const brought = affectedBy(before, after, paths).flatMap(path => broughtTo({ path, was: wasOf(path) }, before, after));
  return [...analysis.changeFindings(), ...brought, ...broughtAtTheGate(paths, before, after)];
}

/** What the message adds to what was told before it was written. */
function ofMessage({ analysis, set, before, after }: OpenChange): readonly Finding[] {
  const told = analysis.changeFindings();
  const unwritten = analyseChange({ ...set, commits: set.commits.map(commit => ({ ...commit, message: '' })) }, before, after);
  const known = unwritten.changeFindings();
  return judge(told, baselineOf(known)).shown;
}
