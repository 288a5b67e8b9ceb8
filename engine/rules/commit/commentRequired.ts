import type { CodeSymbol, Source } from '../../code/source.ts';
import { symbolWords } from '../../code/symbolWords.ts';
import { changeRule } from '../rule.ts';
import { changedCode, isExempt } from './changedCode.ts';
import { AFTER, BEFORE, CODE, JAVA } from './examples.ts';

const UNDOCUMENTED = AFTER.replace('  /** 每天运行一次。 */\n', '');
const change = { before: { [JAVA]: BEFORE } };

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
    {
      bad: { 'docket.yml': CODE, [JAVA]: AFTER.replace(/\}\n$/, '  public void «run»(int days) {}\n}\n') },
      change: { before: { [JAVA]: AFTER } },
      message: 'OverdueReminderJob.run（第 2 个） 改了，没有注释；请在声明之前写明它做什么、参数是什么。',
    },
    { good: { 'docket.yml': CODE, [JAVA]: AFTER }, change },
    // Not touched by this change.
    { good: { 'docket.yml': CODE, [JAVA]: UNDOCUMENTED }, change: { before: { [JAVA]: `// 说明\n${UNDOCUMENTED}` } } },
    { good: { 'docket.yml': CODE, [JAVA]: UNDOCUMENTED.replaceAll('run()', 'getDays()') }, change },
    { good: { 'docket.yml': `${CODE}comments: { doc-comment: off }\n`, [JAVA]: UNDOCUMENTED }, change },
  ],

  *check(change) {
    if (['off', 'false'].includes(String(change.after.config.comments['doc-comment']))) return;
    for (const { file, source, symbols } of changedCode(change, ['program'])) {
      for (const { symbol } of symbols) {
        if (!symbol.isPublic || symbol.sort === 'statement' || hasComment(symbol, source)) continue;
        if (isExempt(symbol.name, symbol.parameters.length, file.path, change.after)) continue;
        const name = symbolWords(symbol.name);
        yield {
          at: { path: file.path, span: symbol.nameSpan },
          say: {
            zh: `${name.zh} 改了，没有注释；请在声明之前写明它做什么、参数是什么。`,
            en: `${name.en} changed and has no comment: say before its declaration what it does and what its parameters mean.`,
          },
        };
      }
    }
  },
});

/** Any comment right before it counts, whatever its marks. */
function hasComment({ doc, span }: CodeSymbol, { comments, text }: Source): boolean {
  return doc !== undefined || comments.some(comment => comment.span.end <= span.start && text.slice(comment.span.end, span.start).trim() === '');
}
