/** `docket explain RULE`: what a rule says, why, how severe it is here, and its examples. */
import type { Language } from '../../engine/base/words.ts';
import type { Example, Files, Rule } from '../../engine/rules/rule.ts';
import { openProject } from '../../host/project.ts';
import { findRoot } from '../../host/root.ts';
import { padded } from '../columns.ts';
import type { Command, Context } from '../command.ts';
import { ruleNamed } from '../ruleNamed.ts';
import { footing, levelWords, repositoryLines } from '../ruleWords.ts';

export const explain: Command = {
  arguments: [
    {
      name: '<rule>',
      says: { zh: '规则编号，如 ticket/cause-required', en: 'id of a rule, such as ticket/cause-required' },
    },
  ],
  options: [],
  run(context, [id = '']) {
    const rule = ruleNamed(id);
    const here = levelHere(context, rule);
    context.out(explained(rule, here.level, context.language ?? here.language));
    return 0;
  },
};

/** A rule can be read about outside of any project, too. */
function levelHere({ cwd, asOf }: Context, rule: Rule): { readonly level: string | undefined; readonly language: Language } {
  if (findRoot(cwd) === undefined) return { level: undefined, language: 'zh' };
  const analysis = openProject(cwd, asOf).session.analysis();
  return { level: analysis.levelOf(rule.id), language: analysis.config().language };
}

function explained(rule: Rule, here: string | undefined, language: Language): string {
  const own = levelWords(rule.severity)[language];
  const set =
    here === undefined || here === rule.severity ? '' : { zh: `（本项目：${levelWords(here).zh}）`, en: ` (here: ${levelWords(here).en})` }[language];
  const lines = [
    [{ zh: '原因', en: 'why' }, rule.why[language]],
    [{ zh: '依据', en: 'rests on' }, footing(rule)[language]],
    [{ zh: '级别', en: 'severity' }, `${own}${set}`],
  ] as const;
  const table = lines.map(([label, text]) => `${padded(label[language], 10)}${text}\n`).join('');
  return `${rule.id}\n${rule.says[language]}\n\n${table}${rule.examples.map(example => shown(example, language)).join('')}`;
}

function shown(example: Example, language: Language): string {
  const bad = 'bad' in example;
  const title = bad ? { zh: '错误示例（« » 内为报告位置）', en: 'Wrong (« » marks where it speaks)' } : { zh: '正确示例', en: 'Right' };
  const repository = repositoryLines(example.repository ?? {}).map(([label, what]) => `  ${label[language]} ${what}\n`);
  return `\n${title[language]}\n${repository.join('')}${filesOf(bad ? example.bad : example.good)}${bad && language === 'zh' ? `  → ${example.message}\n` : ''}`;
}

function filesOf(files: Files): string {
  const blocks = Object.entries(files).map(([path, text]) => `  ${path}\n${visible(text).replace(/^/gm, '    │ ')}\n`);
  return blocks.join('');
}

/** A byte order mark or a carriage return is seen, and the last line ends where the text does. */
function visible(text: string): string {
  return text.replace(/\n$/, '').replaceAll('\uFEFF', '<BOM>').replaceAll('\r', '<CR>').replaceAll('\0', '<NUL>');
}
