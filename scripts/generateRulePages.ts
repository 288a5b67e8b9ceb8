/** docs/rules: one page a rule, in both languages, and a list of them all; from the rules themselves. */
import { changedLines, commitLines, goneFrom } from '../cli/words/exampleChange.ts';
import { footing, levelWords, repositoryLines } from '../cli/words/ruleWords.ts';
import type { Words } from '../engine/base/words.ts';
import type { Example, ExampleChange, Files, Rule } from '../engine/rules/rule.ts';

/** The folder of the pages, from the folder of the repository. */
export const RULE_PAGES = 'docs/rules';

/** File name → text. */
export function rulePages(rules: readonly Rule[]): Readonly<Record<string, string>> {
  const pages = rules.map(rule => [`${RULE_PAGES}/${pageName(rule)}`, pageOf(rule)] as const);
  return { [`${RULE_PAGES}/README.md`]: listOf(rules), ...Object.fromEntries(pages) };
}

function pageName({ id }: Rule): string {
  return `${id.replace('/', '-')}.md`;
}

const GENERATED = '<!-- Generated from the rule by npm run generate. Do not edit. -->\n';

function pageOf(rule: Rule): string {
  const { id, says, why, severity, examples } = rule;
  const rows = [
    ['级别 Severity', both(levelWords(severity))],
    ['依据 Rests on', both(footing(rule))],
  ].map(([label, value]) => `| ${label} | ${value} |\n`);
  const head = `# ${id}\n\n${GENERATED}\n${says.zh}\n\n${says.en}\n\n| | |\n| --- | --- |\n${rows.join('')}`;
  const reason = `\n## 原因 Why\n\n${why.zh}\n\n${why.en}\n`;
  return `${head}${reason}\n## 示例 Examples\n${examples.map(exampleOf).join('')}`;
}

/** `«…»` marks the places, as it does in the rule. */
function exampleOf(example: Example): string {
  const { asOf, change, repository = {} } = example;
  const today = asOf === undefined ? '' : `\n以 ${asOf} 为今天。Judged as of ${asOf}.\n`;
  const around = [...(change === undefined ? [] : commitLines(change)), ...repositoryLines(repository)];
  const frame = `${today}${around.length === 0 ? '' : '\n'}${around.map(([label, what]) => `- ${both(label)}: ${what}\n`).join('')}`;
  if (!('bad' in example)) return `\n### 正确 Right\n${frame}${filesOf(example.good, change)}`;
  return `\n### 错误 Wrong\n${frame}${filesOf(example.bad, change)}\n> ${example.message}\n`;
}

/** Of a file that a change touched, the change. */
function filesOf(files: Files, change: ExampleChange | undefined): string {
  const paths = [...Object.keys(files), ...(change === undefined ? [] : goneFrom(files, change))];
  const blocks = paths.map(path => {
    const lines = change?.before === undefined ? undefined : changedLines(path, files[path], change);
    const text =
      lines === undefined
        ? fenced(path, visible(files[path] ?? ''))
        : fenced('.diff', visible(lines.map(({ sign, text: line }) => `${sign}${line}\n`).join('')));
    return `\n\`${path}\`\n\n${text}`;
  });
  return blocks.join('');
}

function fenced(path: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${path.slice(path.lastIndexOf('.') + 1)}\n${text.replace(/\n?$/, '\n')}${fence}\n`;
}

/** Characters that cannot be seen are named; very long lines of a test are cut. */
function visible(text: string): string {
  const named = text.replaceAll('\uFEFF', '<BOM>').replaceAll('\r', '<CR>').replaceAll('\0', '<NUL>');
  return named.replace(/^(.{400}).{400,}$/gm, '$1…');
}

function listOf(rules: readonly Rule[]): string {
  const namespaces = [...Map.groupBy(rules, ({ id }) => id.slice(0, id.indexOf('/')))];
  const head = '# 规则 Rules\n\n<!-- Generated from the rules by npm run generate. Do not edit. -->\n';
  return `${head}${namespaces.map(([name, some]) => `\n## ${name}\n\n| 规则 Rule | 级别 Severity | 要求 What it says | 条款 Clauses |\n| --- | --- | --- | --- |\n${some.map(rowOf).join('')}`).join('')}`;
}

function rowOf(rule: Rule): string {
  const { id, says, severity, clauses = [] } = rule;
  const cells = [
    `[\`${id}\`](${pageName(rule)})`,
    both(levelWords(severity)),
    `${says.zh}<br>${says.en}`,
    clauses.join(' '),
  ];
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
}

function both({ zh, en }: Words): string {
  return zh === en ? zh : `${zh} ${en}`;
}
