/** `docket explain RULE`: what a rule says, why, how severe it is here, and its examples. */
import type { Example, ExampleChange, Files, Language, Rule } from '../../engine/session/types.ts';
import { openProject } from '../../host/project/openProject.ts';
import { findRoot } from '../../host/project/root.ts';
import { padded } from '../words/columns.ts';
import type { Command, Context, Options } from '../command.ts';
import { changedLines, commitLines, goneFrom } from '../words/exampleChange.ts';
import { ruleNamed } from '../named/ruleNamed.ts';
import { footing, levelWords, repositoryLines } from '../words/ruleWords.ts';

export const explain: Command = {
  arguments: [
    {
      name: '<rule>',
      says: { zh: '规则编号，如 ticket/cause-required', en: 'id of a rule, such as ticket/cause-required' },
    },
  ],
  options: [{ flags: '--all', says: { zh: '列出全部示例', en: 'every example' } }],
  run(context, [id = ''], options) {
    const rule = ruleNamed(id);
    const here = levelHere(context, rule);
    context.out(explained(rule, here.level, context.language ?? here.language, options));
    return 0;
  },
};

/** A rule can be read about outside of any project, too. */
function levelHere(
  { cwd, asOf }: Context,
  rule: Rule,
): { readonly level: string | undefined; readonly language: Language } {
  if (findRoot(cwd) === undefined) return { level: undefined, language: 'zh' };
  const analysis = openProject(cwd, asOf).session.analysis();
  return { level: analysis.levelOf(rule.id), language: analysis.config().language };
}

function explained(rule: Rule, here: string | undefined, language: Language, options: Options): string {
  const own = levelWords(rule.severity)[language];
  const set =
    here === undefined || here === rule.severity
      ? ''
      : { zh: `（本项目：${levelWords(here).zh}）`, en: ` (here: ${levelWords(here).en})` }[language];
  const lines = [
    [{ zh: '原因', en: 'why' }, rule.why[language]],
    [{ zh: '依据', en: 'rests on' }, footing(rule)[language]],
    [{ zh: '级别', en: 'severity' }, `${own}${set}`],
  ] as const;
  const table = lines.map(([label, text]) => `${padded(label[language], 10)}${text}\n`).join('');
  const examples = options['all'] === true ? rule.examples : oneOfEach(rule.examples);
  const more = rule.examples.length - examples.length;
  const rest =
    more === 0
      ? ''
      : {
          zh: `\n另有 ${more} 个示例：docket explain ${rule.id} --all\n`,
          en: `\n${more} more examples: docket explain ${rule.id} --all\n`,
        }[language];
  return `${rule.id}\n${rule.says[language]}\n\n${table}${examples.map(example => shown(example, language)).join('')}${rest}`;
}

/** The first that is wrong and the first that is right say what the rule means. */
function oneOfEach(examples: readonly Example[]): readonly Example[] {
  const [bad, good] = [examples.find(example => 'bad' in example), examples.find(example => 'good' in example)];
  return examples.filter(example => example === bad || example === good);
}

function shown(example: Example, language: Language): string {
  const { change, repository = {} } = example;
  const bad = 'bad' in example;
  const title = bad
    ? { zh: '错误示例（« » 内为报告位置）', en: 'Wrong (« » marks the finding)' }
    : { zh: '正确示例', en: 'Right' };
  const around = [...(change === undefined ? [] : commitLines(change)), ...repositoryLines(repository)];
  const frame = around.map(([label, what]) => `  ${label[language]} ${what}\n`).join('');
  return `\n${title[language]}\n${frame}${filesOf(bad ? example.bad : example.good, change)}${bad && language === 'zh' ? `  → ${example.message}\n` : ''}`;
}

function filesOf(files: Files, change: ExampleChange | undefined): string {
  const paths = [...Object.keys(files), ...(change === undefined ? [] : goneFrom(files, change))];
  return paths.map(path => `  ${path}\n${textOf(path, files[path], change)}`).join('');
}

/** Of a file that the change touched, the change. */
function textOf(path: string, text: string | undefined, change: ExampleChange | undefined): string {
  const lines = change?.before === undefined ? undefined : changedLines(path, text, change);
  if (lines === undefined) return `${visible(text ?? '').replace(/^/gm, '    │ ')}\n`;
  return lines.map(line => `    │${line.sign}${visible(line.text)}\n`).join('');
}

/** A byte order mark or a carriage return is seen, and the last line ends where the text does. */
function visible(text: string): string {
  return text.replace(/\n$/, '').replaceAll('\uFEFF', '<BOM>').replaceAll('\r', '<CR>').replaceAll('\0', '<NUL>');
}
