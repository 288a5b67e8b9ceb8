import type { CodeSymbol } from '../../code/source.ts';
import { type Change, changeRule } from '../rule.ts';
import { type ChangedCode, changedCode, isExempt } from './changedCode.ts';
import { isCommented, isReachable, isSaidWith } from './commented.ts';
import { AFTER, BEFORE, CODE, JAVA } from './examples.ts';

const UNDOCUMENTED = AFTER.replace('  /** 每天运行一次。 */\n', '');
const change = { before: { [JAVA]: BEFORE } };

const MAPPER = 'src/review/OverdueMapper.xml';
const LIMITS = 'src/limits.py';
const limits = (days: string) =>
  `class Limits:\n    """Limits."""\n\n    @property\n    def days(self):\n        """Days ahead."""\n        return self._days\n\n    @days.setter\n    def days(self, value):\n        self._days = value or ${days}\n`;
const PARSE = 'src/parse.ts';
const PANEL = 'src/Panel.vue';
const panel = (name: string) => `<template><p @click="send" /></template>\n<script setup>\nfunction send() {\n  emit('${name}');\n}\n</script>\n`;
const mapper = (table: string) => `<mapper namespace="cn.review.OverdueMapper">\n<cache type="${table}"/>\n</mapper>\n`;

export const commentRequired = changeRule({
  id: 'commit/comment-required',
  says: { zh: '改动的公开类和方法有注释。', en: 'A public class or function that changes has a comment.' },
  why: {
    zh: '合同要求程序修改时做好相应注释；改到哪里，就把哪里说清楚。',
    en: 'The contract wants changed code commented; whoever changes a function knows best what it does.',
  },
  clauses: ['C4.5-06'],
  severity: 'warning',
  examples: [
    {
      bad: { 'docket.yml': CODE, [JAVA]: UNDOCUMENTED.replace('void run', 'void «run»') },
      change,
      message: 'OverdueReminderJob.run 改了，没有注释；请在声明之前写明它做什么、参数是什么。',
    },
    { good: { 'docket.yml': CODE, [JAVA]: AFTER }, change },
    {
      bad: { 'docket.yml': CODE, [JAVA]: 'public class «OverdueReminderJob» {\n  public OverdueReminderJob(int days) {}\n}\n' },
      change: { before: { [JAVA]: null } },
      message: 'OverdueReminderJob 改了，没有注释；请在声明之前写明它做什么、参数是什么。',
    },
    // Not touched by this change.
    { good: { 'docket.yml': CODE, [JAVA]: UNDOCUMENTED }, change: { before: { [JAVA]: `// 说明\n${UNDOCUMENTED}` } } },
    { good: { 'docket.yml': CODE, [JAVA]: UNDOCUMENTED.replaceAll('run()', 'getDays()') }, change },
    { good: { 'docket.yml': CODE, [JAVA]: UNDOCUMENTED.replace('public void run', 'void getDays(int n) {}\n  public void getDays') }, change },
    // What it overrides says it, or an annotation; the comment of a class speaks for its constructor.
    { good: { 'docket.yml': CODE, [JAVA]: UNDOCUMENTED.replace('public void', '@Override\n  public void') }, change },
    { good: { 'docket.yml': CODE, [JAVA]: UNDOCUMENTED.replace('public void', '@Operation(summary = "提醒")\n  public void') }, change },
    { good: { 'docket.yml': CODE, [JAVA]: UNDOCUMENTED.replace('void run', 'OverdueReminderJob') }, change },
    // Nobody outside the package sees it, or the program begins there.
    { good: { 'docket.yml': CODE, [JAVA]: UNDOCUMENTED.replace('public class', 'class') }, change },
    { good: { 'docket.yml': CODE, [JAVA]: UNDOCUMENTED.replace('void run()', 'static void main(String[] names)') }, change },
    { good: { 'docket.yml': CODE, [JAVA]: UNDOCUMENTED.replace(/void run[^}]*/, 'int days() {\n    return this.days;\n  ') }, change },
    // Overloads and properties are commented once; what a component declares its own template uses.
    {
      bad: {
        'docket.yml': CODE,
        [PARSE]: 'export function «parse»(days: string): number;\nexport function parse(days: number) {\n  return days;\n}\n',
      },
      change: { before: { [PARSE]: null } },
      message: 'parse 改了，没有注释；请在声明之前写明它做什么、参数是什么。',
    },
    { good: { 'docket.yml': CODE, [LIMITS]: limits('3') }, change: { before: { [LIMITS]: limits('2') } } },
    { good: { 'docket.yml': CODE, [PANEL]: panel('b') }, change: { before: { [PANEL]: panel('a') } } },
    { good: { 'docket.yml': CODE, [MAPPER]: mapper('b') }, change: { before: { [MAPPER]: mapper('a') } } },
    { good: { 'docket.yml': `${CODE}comments: { doc-comment: off }\n`, [JAVA]: UNDOCUMENTED }, change },
  ],

  *check(change) {
    if (['off', 'false'].includes(String(change.after.config.comments['doc-comment']))) return;
    for (const code of changedCode(change, ['program'])) {
      const silent = silentIn(code, change);
      for (const symbol of silent.filter(symbol => !silent.some(other => isSaidWith(other, symbol, code.source)))) {
        yield {
          at: { path: code.file.path, span: symbol.nameSpan },
          say: {
            zh: `${symbol.name} 改了，没有注释；请在声明之前写明它做什么、参数是什么。`,
            en: `${symbol.name} changed and has no comment: say before its declaration what it does and what its parameters mean.`,
          },
        };
      }
    }
  },
});

function silentIn({ file, source, symbols }: ChangedCode, { after }: Change): readonly CodeSymbol[] {
  return symbols
    .map(({ symbol }) => symbol)
    .filter(symbol => symbol.sort !== 'statement' && isReachable(symbol, source) && !isCommented(symbol, source))
    .filter(symbol => !isExempt(symbol.name, symbol.parameters.length, file.path, after));
}
