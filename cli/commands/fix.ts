/** `docket fix [PATH…]`: makes the fixes that are right in every case, until none is left. What the baseline holds is left alone. */
import { isEmpty } from '../../engine/session/plans.ts';
import type { Finding, Fix, Language } from '../../engine/session/types.ts';
import { type Fixing, fixIn, type Unmade } from '../../engine/session/fixing.ts';
import type { Session } from '../../engine/session/session.ts';
import type { Outcome } from '../../host/write/carryOut.ts';
import { HostError } from '../../host/hostError.ts';
import { openProject } from '../../host/project/openProject.ts';
import { type Command, type Context, type ExitCode, type Options, textOption } from '../command.ts';
import { PLAN_FORMAT } from '../plans/options.ts';
import { perform } from '../plans/perform.ts';
import { counted } from '../plans/words.ts';
import { ruleNamed } from '../named/ruleNamed.ts';
import { inProject, within } from '../change/scope.ts';

export const fix: Command = {
  arguments: [
    {
      name: '[PATH...]',
      says: { zh: '只修复这些文件或目录中的问题', en: 'fix what is found in these files or folders only' },
    },
  ],
  options: [
    {
      flags: '--dry-run',
      says: {
        zh: '只显示改动，不写文件；有改动时返回 1',
        en: 'show the changes and write nothing; exit 1 when there are any',
      },
    },
    { flags: '--rule <id>', says: { zh: '只修复这条规则的问题', en: 'fix what this rule found only' } },
    PLAN_FORMAT,
    { flags: '--unsafe', says: { zh: '也采用需要人判断的改法', en: 'also make fixes that a person should judge' } },
  ],
  run: fixProject,
};

async function fixProject(context: Context, paths: readonly string[], options: Options): Promise<ExitCode> {
  const { root, session } = openProject(context.cwd, context.asOf);
  refuseUnreadable(session);
  const places = paths.map(name => inProject(root, context.cwd, name));
  const rule = ruleOption(options);
  const findings = () =>
    within(session.analysis().findings({ scope: 'project', beyondBaseline: true }), places).filter(
      finding => rule === undefined || finding.rule === rule,
    );
  const unsafe = options['unsafe'] === true;
  const fixing = fixIn(session, { findings, choose: chooser(unsafe) });
  const language = context.language ?? session.analysis().config().language;
  const toJudge = unsafe
    ? []
    : findings().filter(finding => chooser(false)(finding) === undefined && chooser(true)(finding) !== undefined);
  const rest = (of: Language) => `${leftOver(of, fixing.left)}${toJudgeLine(of, toJudge.length)}`;
  const nothing = {
    zh: `没有可以自动修复的问题。${after(rest('zh'))}`,
    en: `Nothing that can be fixed automatically.${after(rest('en'))}`,
  };
  const { code, outcome } = await perform(fixing.plan, { context, root, language, options }, { nothing });
  const isDry = options['dryRun'] === true;
  if (isEmpty(fixing.plan)) return isDry ? 0 : code;
  context.err(`${told(language, fixing, outcome)}${rest(language)}`);
  return isDry ? 1 : code;
}

/** What is left, on lines below the sentence before it. */
function after(rest: string): string {
  return rest === '' ? '' : `\n${rest.trimEnd()}`;
}

/**
 * Without its baseline, `fix` would change findings that the project keeps.
 *
 * @throws HostError when the baseline cannot be read
 */
function refuseUnreadable(session: Session): void {
  const { problem } = session.analysis().baseline();
  if (problem !== undefined) throw new HostError(problem);
}

/** A safe fix first. A fix that a person must judge is taken only when it is the only one. */
function chooser(unsafe: boolean): (finding: Finding) => Fix | undefined {
  return ({ fixes }) => fixes.find(({ safe }) => safe) ?? (unsafe && fixes.length === 1 ? fixes[0] : undefined);
}

function ruleOption(options: Options): string | undefined {
  const id = textOption(options, 'rule');
  return id === undefined ? undefined : ruleNamed(id).id;
}

/** Without an outcome, what would be done; with one, what was. */
function told(language: Language, { plan, fixes }: Fixing, outcome: Outcome | undefined): string {
  if (outcome === undefined) {
    const en = `Would fix ${counted(fixes.length, 'finding')} in ${counted(plan.length, 'file')}.\n`;
    return { zh: `可修复 ${fixes.length} 处，将改写 ${plan.length} 个文件。\n`, en }[language];
  }
  const refused = new Set(outcome.filter(({ did }) => did === 'refused').map(({ path }) => path));
  const [count, files] = [
    fixes.filter(paths => !paths.some(path => refused.has(path))).length,
    outcome.length - refused.size,
  ];
  const missed = fixes.length - count;
  const [zh, en] =
    missed === 0 ? ['', ''] : [`；${missed} 处没有写成`, `; ${counted(missed, 'finding')} could not be written`];
  return {
    zh: `已修复 ${count} 处，改写 ${files} 个文件${zh}。\n`,
    en: `Fixed ${counted(count, 'finding')} in ${counted(files, 'file')}${en}.\n`,
  }[language];
}

/** Fixes that cannot be made in the texts as they are, each with the reason. */
function leftOver(language: Language, left: readonly Unmade[]): string {
  if (left.length === 0) return '';
  const lines = left.map(({ finding: { at, rule }, why }) => {
    const place = `${at.path}:${at.range.start.line + 1} ${rule}`;
    return { zh: `  ${place}：${why.zh}。\n`, en: `  ${place}: ${why.en}.\n` }[language];
  });
  const head = {
    zh: `另有 ${left.length} 处的改法用不上，请手工修改：\n`,
    en: `The fix of ${counted(left.length, 'more finding')} cannot be made here; change by hand:\n`,
  }[language];
  return `${head}${lines.join('')}`;
}

/** What is left to a person. */
function toJudgeLine(language: Language, count: number): string {
  if (count === 0) return '';
  return {
    zh: `另有 ${count} 处的改法要由人判断：docket fix --unsafe --dry-run 显示。\n`,
    en: `A person should judge the fix of ${counted(count, 'more finding')}: docket fix --unsafe --dry-run shows it.\n`,
  }[language];
}
