/** `docket check` on a change: what it brought, and what its commits say and owe. */
import type { Finding } from '../engine/rules/finding.ts';
import { baselineOf, judge } from '../engine/rules/baseline.ts';
import { analyseChange } from '../engine/session/changeAnalysis.ts';
import { type AskedChange, type OpenChange, openChange } from '../host/changed.ts';
import { readBaseline } from './baselined.ts';
import type { Context, ExitCode, Options } from './command.ts';
import { linesOf, report } from './report.ts';
import { inProject, within } from './scope.ts';

export async function checkChange(context: Context, paths: readonly string[], asked: AskedChange, options: Options): Promise<ExitCode> {
  const open = await openChange(context.cwd, asked, context.asOf, words => context.err(words[context.language ?? 'zh']));
  const { root, set, after } = open;
  const language = context.language ?? open.language;
  const found = asked.what === 'staged' && asked.messageOnly ? ofMessage(open) : allOf(open);
  const baseline = await readBaseline(set.after);
  const fresh = baseline === undefined ? found : judge(found, baseline).shown;
  const findings = within(
    fresh,
    paths.map(name => inProject(root, context.cwd, name)),
  );
  return report(context, options, root, { findings, summary: after.analysis().summary(), language, lineOf: linesOf(set.after), ofChange: true });
}

function allOf({ analysis, before, after }: OpenChange): readonly Finding[] {
  const brought = analysis.broughtBy(before.analysis().allFindings(), after.analysis().allFindings());
  return [...analysis.changeFindings(), ...brought];
}

/** What the message adds to what was told before it was written. */
function ofMessage({ analysis, set, before, after }: OpenChange): readonly Finding[] {
  const told = analysis.changeFindings();
  const unwritten = analyseChange({ ...set, commits: set.commits.map(commit => ({ ...commit, message: '' })) }, before, after);
  const known = unwritten.changeFindings();
  return judge(told, baselineOf(known)).shown;
}
