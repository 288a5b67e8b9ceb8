import { documentedParameters } from '../../code/documentedParameters.ts';
import type { CodeSymbol, Source } from '../../code/source.ts';
import { symbolWords } from '../../code/symbolWords.ts';
import { changeRule } from '../rule.ts';
import { atSpan } from '../../model/place.ts';
import { changedCode } from './changedCode.ts';
import { CODE, JAVA } from './examples.ts';

const method = (doc: string, parameters: string) =>
  `/** 提醒。 */\npublic class OverdueReminderJob {\n  /**\n   * 提醒。\n${doc}   */\n  public void remind(${parameters}) {}\n}\n`;
const DAYS = '   * @param days 提前天数\n';

export const commentStale = changeRule({
  id: 'commit/comment-stale',
  says: {
    zh: '参数变了，注释里的参数说明跟着变。',
    en: 'When parameters change, the comment that describes them changes too.',
  },
  why: {
    zh: '写错参数的注释会误导读者；合同要求注释与程序相符。',
    en: 'A comment about parameters that no longer exist misleads; the contract requires comments that fit the code.',
  },
  clauses: ['C4.5-06'],
  severity: 'warning',
  examples: [
    {
      bad: {
        'docket.yml': CODE,
        [JAVA]: method(DAYS, 'int days, String channel').replace('void remind', 'void «remind»'),
      },
      change: { before: { [JAVA]: method(DAYS, 'int days') } },
      message: 'OverdueReminderJob.remind 的参数变了，注释没有跟着变：没有说明 channel；请更新注释。',
    },
    {
      bad: { 'docket.yml': CODE, [JAVA]: method(DAYS, 'int hours').replace('void remind', 'void «remind»') },
      change: { before: { [JAVA]: method(DAYS, 'int days') } },
      message: 'OverdueReminderJob.remind 的参数变了，注释没有跟着变：没有说明 hours，仍在说明 days；请更新注释。',
    },
    {
      good: { 'docket.yml': CODE, [JAVA]: method(`${DAYS}   * @param channel 方式\n`, 'int days, String channel') },
      change: { before: { [JAVA]: method(DAYS, 'int days') } },
    },
    // A comment that did not describe parameters before does not have to begin now.
    {
      good: { 'docket.yml': CODE, [JAVA]: method('', 'int hours') },
      change: { before: { [JAVA]: method('', 'int days') } },
    },
  ],

  *check(change) {
    for (const { file, source, symbols } of changedCode(change, ['program', 'test'])) {
      for (const { symbol, was } of symbols) {
        if (was === undefined || same(was.parameters, symbol.parameters)) continue;
        const documented = documentedIn(symbol, source);
        const missing = symbol.parameters.filter(name => !documented.includes(name));
        const gone = documented.filter(name => !symbol.parameters.includes(name));
        if (documented.length === 0 || (missing.length === 0 && gone.length === 0)) continue;
        yield { at: atSpan(file.path, symbol.nameSpan), say: words(symbol.name, missing, gone) };
      }
    }
  },
});

function documentedIn({ doc }: CodeSymbol, { text, language }: Source): readonly string[] {
  return doc === undefined ? [] : documentedParameters(text.slice(doc.span.start, doc.span.end), language);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, n) => name === b[n]);
}

function words(symbol: string, missing: readonly string[], gone: readonly string[]) {
  const name = symbolWords(symbol);
  const zh = [
    ...(missing.length > 0 ? [`没有说明 ${missing.join('、')}`] : []),
    ...(gone.length > 0 ? [`仍在说明 ${gone.join('、')}`] : []),
  ];
  const en = [
    ...(missing.length > 0 ? [`it does not explain ${missing.join(', ')}`] : []),
    ...(gone.length > 0 ? [`it still explains ${gone.join(', ')}`] : []),
  ];
  return {
    zh: `${name.zh} 的参数变了，注释没有跟着变：${zh.join('，')}；请更新注释。`,
    en: `Update the comment of ${name.en}: its parameters changed and ${en.join(' and ')}.`,
  };
}
