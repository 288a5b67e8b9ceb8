/** `docket rules`: every rule, how severe it is here and what it says; with the clauses behind it in the longer formats. */
import { rules as all } from '../../engine/session/questions/ruleBook.ts';
import { tableText } from '../../engine/session/writing.ts';
import type { Language, Rule } from '../../engine/session/types.ts';
import { openProject } from '../../host/project/openProject.ts';
import { findRoot } from '../../host/project/root.ts';
import { alignedColumns } from '../words/columns.ts';
import { type Command, type Context, textOption } from '../command.ts';
import { levelWords } from '../words/ruleWords.ts';

interface Listing {
  readonly language: Language;
  readonly width: number | undefined;
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
function listingOf({ cwd, asOf, language, width }: Context): Listing {
  if (findRoot(cwd) === undefined) return { language: language ?? 'zh', width, levelOf: rule => rule.severity };
  const analysis = openProject(cwd, asOf).session.analysis();
  return { language: language ?? analysis.config().language, width, levelOf: rule => analysis.levelOf(rule.id) };
}

function table({ language, width, levelOf }: Listing): string {
  return alignedColumns(
    all.map(rule => [rule.id, levelWords(levelOf(rule))[language], rule.says[language]]),
    width,
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
  const header = { zh: ['规则', '级别', '要求', '条款'], en: ['Rule', 'Severity', 'What it says', 'Clauses'] }[
    language
  ];
  const rows = all.map(rule => [
    `\`${rule.id}\``,
    levelWords(levelOf(rule))[language],
    rule.says[language],
    (rule.clauses ?? []).join(' '),
  ]);
  return `${tableText(header, rows)}\n`;
}
