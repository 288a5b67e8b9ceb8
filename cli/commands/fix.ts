/** `docket fix [PATH…]`: takes the remedies that are right in every case, until none is left. What the baseline holds is left alone. */
import type { Language } from '../../engine/base/words.ts';
import { mend } from '../../engine/features/fixing.ts';
import type { Finding } from '../../engine/rules/finding.ts';
import type { Fix } from '../../engine/rules/rule.ts';
import type { Session } from '../../engine/session/session.ts';
import { HostError } from '../../host/hostError.ts';
import { openProject } from '../../host/project.ts';
import { writeWhole } from '../../host/write.ts';
import { type Command, type Context, type ExitCode, type Options, textOption } from '../command.ts';
import { patchOf } from '../patch.ts';
import { ruleNamed } from '../ruleNamed.ts';
import { inProject, within } from '../scope.ts';

export const fix: Command = {
  arguments: [
    {
      name: '[PATH...]',
      says: { zh: '只修复这些文件或目录中的问题', en: 'mend what is found in these files or folders only' },
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
    { flags: '--rule <id>', says: { zh: '只修复这条规则的问题', en: 'mend what this rule found only' } },
    { flags: '--unsafe', says: { zh: '也采用需要人判断的改法', en: 'also take remedies a person should judge' } },
  ],
  run: mendProject,
};

function mendProject(context: Context, paths: readonly string[], options: Options): ExitCode {
  const { root, session } = openProject(context.cwd, context.asOf);
  refuseUnreadable(session);
  const places = paths.map(name => inProject(root, context.cwd, name));
  const project = mendable(session, places, ruleOption(options));
  const unsafe = options['unsafe'] === true;
  const { files, fixes } = mend(project, chooser(unsafe));
  const language = context.language ?? session.analysis().config().language;
  const rest = unsafe ? '' : toJudge(language, project.findings().filter(chooser(true)).length);
  if (options['dryRun'] === true) {
    context.out(files.map(patchOf).join(''));
    context.err(`${told(language, 'would', fixes, files.length)}${rest}`);
    return files.length > 0 ? 1 : 0;
  }
  for (const { path, after } of files) writeWhole(root, path, after);
  context.out(`${files.map(({ path }) => `${path}\n`).join('')}${told(language, 'did', fixes, files.length)}${rest}`);
  return 0;
}

/** Without its baseline a project would be mended where it asked to be left alone. */
function refuseUnreadable(session: Session): void {
  const { problem } = session.analysis().baseline();
  if (problem !== undefined) throw new HostError(problem);
}

function mendable(session: Session, places: readonly string[], rule: string | undefined) {
  return {
    get: session.cache.get,
    findings: () =>
      within(session.analysis().findings({ scope: 'project', beyondBaseline: true }), places).filter(
        finding => rule === undefined || finding.rule === rule,
      ),
    apply: session.apply.bind(session),
  };
}

/** A safe remedy first; of those that need judging only one that stands alone. */
function chooser(unsafe: boolean): (finding: Finding) => Fix | undefined {
  return ({ fixes }) => fixes.find(({ safe }) => safe) ?? (unsafe && fixes.length === 1 ? fixes[0] : undefined);
}

function ruleOption(options: Options): string | undefined {
  const id = textOption(options, 'rule');
  return id === undefined ? undefined : ruleNamed(id).id;
}

function told(language: Language, mood: 'would' | 'did', fixes: number, files: number): string {
  if (files === 0) return { zh: '没有可以自动修复的问题。\n', en: 'Nothing that can be mended automatically.\n' }[language];
  const zh = mood === 'did' ? `已修复 ${fixes} 处，改写 ${files} 个文件。\n` : `可修复 ${fixes} 处，将改写 ${files} 个文件。\n`;
  const en = mood === 'did' ? `Mended ${fixes} findings in ${files} files.\n` : `Would mend ${fixes} findings in ${files} files.\n`;
  return { zh, en }[language];
}

/** What is left to a person. */
function toJudge(language: Language, count: number): string {
  if (count === 0) return '';
  return {
    zh: `另有 ${count} 处的改法要由人判断：docket fix --unsafe --dry-run 显示。\n`,
    en: `Of ${count} more a person should judge the remedy: docket fix --unsafe --dry-run shows it.\n`,
  }[language];
}
