/** `docket rules`: every rule, how severe it is here, what it says and which clauses stand behind it. */
import type { Language } from '../../engine/base/words.ts';
import { rules as all } from '../../engine/rules/catalogue.generated.ts';
import type { Rule } from '../../engine/rules/rule.ts';
import { openProject } from '../../host/project.ts';
import { findRoot } from '../../host/root.ts';
import { columns } from '../columns.ts';
import { type Command, type Context, textOption } from '../command.ts';
import { levelWords } from '../ruleWords.ts';

interface Listing {
  readonly language: Language;
  levelOf(rule: Rule): string;
}

const FORMATS: Readonly<Record<string, (listing: Listing) => string>> = { table, json, md };

export const rules: Command = {
  options: [
    {
      flags: '--format <name>',
      says: { zh: '输出格式', en: 'format of the output' },
      choices: Object.keys(FORMATS),
      default: 'table',
    },
  ],
  run(context, _args, options) {
    context.out(FORMATS[textOption(options, 'format') ?? 'table']?.(listingOf(context)) ?? '');
    return 0;
  },
};

/** Outside of a project every rule has its own severity. */
function listingOf({ cwd, asOf, language }: Context): Listing {
  if (findRoot(cwd) === undefined) return { language: language ?? 'zh', levelOf: rule => rule.severity };
  const analysis = openProject(cwd, asOf).session.analysis();
  return { language: language ?? analysis.config().language, levelOf: rule => analysis.levelOf(rule.id) };
}

function table({ language, levelOf }: Listing): string {
  return columns(
    all.map(rule => [
      rule.id,
      levelWords(levelOf(rule))[language],
      (rule.clauses ?? []).join(' '),
      rule.says[language],
    ]),
  );
}

function json({ levelOf }: Listing): string {
  const list = all.map(rule => {
    const { id, severity, says, why, clauses, basis } = rule;
    return { id, severity, level: levelOf(rule), says, why, clauses: clauses ?? [], basis: basis ?? null };
  });
  return `${JSON.stringify({ version: 1, rules: list }, null, 2)}\n`;
}

function md({ language, levelOf }: Listing): string {
  const head = { zh: '| 规则 | 级别 | 要求 | 条款 |', en: '| Rule | Severity | What it says | Clauses |' }[language];
  const rows = all.map(
    rule =>
      `| ${[`\`${rule.id}\``, levelWords(levelOf(rule))[language], rule.says[language], (rule.clauses ?? []).join(' ')].map(cell).join(' | ')} |\n`,
  );
  return `${head}\n| --- | --- | --- | --- |\n${rows.join('')}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
