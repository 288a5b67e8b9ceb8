import type { Source } from '../../code/source.ts';
import { changedCode } from '../commit/changedCode.ts';
import { AFTER, CODE, JAVA } from '../commit/examples.ts';
import { changeRule } from '../rule.ts';
import { atStart } from '../../model/place.ts';

const ON = 'rules: { code/copyright-header: info }\n';
const CONFIG = `${CODE}${ON}comments: { copyright: "版权所有 © {year} 某某局" }\n`;
const change = { before: { [JAVA]: null } };
const headed = (lines: string) => `/*\n${lines} */\n${AFTER}`;

export const copyrightHeader = changeRule({
  id: 'code/copyright-header',
  says: { zh: '新增的源文件开头有版权声明。', en: 'A new source file begins with a copyright notice.' },
  why: {
    zh: '合同约定技术成果的知识产权归采购人所有；每个文件开头写明，移交时可以逐个核对。',
    en: 'By contract the results belong to the purchaser; a notice at the head of each file proves this at handover.',
  },
  clauses: ['C5.2-01'],
  severity: 'info',
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [JAVA]: `«»${AFTER}` },
      change,
      message:
        'OverdueReminderJob.java 开头没有版权声明；请在第一段注释写明“版权所有 © {year} 某某局”，{year} 处写年份。',
    },
    {
      bad: { 'docket.yml': CONFIG, [JAVA]: `«»${headed(' * 版权所有 © 2026 乙方公司\n')}` },
      change,
      message:
        'OverdueReminderJob.java 开头没有版权声明；请在第一段注释写明“版权所有 © {year} 某某局”，{year} 处写年份。',
    },
    // The project agreed on no text: any copyright notice counts.
    {
      bad: { 'docket.yml': `${CODE}${ON}`, [JAVA]: `«»// 超期提醒\n${AFTER}` },
      change,
      message: 'OverdueReminderJob.java 开头没有版权声明；请在第一段注释写明版权归谁。',
    },
    { good: { 'docket.yml': `${CODE}${ON}`, [JAVA]: `// 超期提醒\n// Copyright 2026 某某局\n${AFTER}` }, change },
    // Layout, comment marks and the years do not matter.
    {
      good: { 'docket.yml': CONFIG, [JAVA]: headed(' * 综合管理系统\n * 版权所有 ©\n *   2024-2026 某某局\n') },
      change,
    },
    // The file was there before.
    { good: { 'docket.yml': CONFIG, [JAVA]: AFTER }, change: { before: { [JAVA]: AFTER.replace('3', '2') } } },
    // The rule is off until the project turns it on.
    { good: { 'docket.yml': CODE, [JAVA]: AFTER }, change },
  ],

  *check(change) {
    const agreed = change.after.config.comments.copyright ?? '';
    const notice = agreed === '' ? ANY_NOTICE : noticeOf(agreed);
    for (const { file, source } of changedCode(change, ['program', 'script', 'test'])) {
      if (file.how !== 'added' || source.text.trim() === '' || notice.test(headOf(source))) continue;
      const name = file.path.slice(file.path.lastIndexOf('/') + 1);
      const [zh, en] =
        agreed === '' ? ['写明版权归谁', 'say who holds the copyright'] : [`写明“${agreed}”`, `write “${agreed}”`];
      const [year, yearEn] = agreed.includes('{year}') ? ['，{year} 处写年份', ', {year} being the year'] : ['', ''];
      yield {
        at: atStart(file.path),
        say: {
          zh: `${name} 开头没有版权声明；请在第一段注释${zh}${year}。`,
          en: `${name} does not begin with a copyright notice: ${en} in its first comment${yearEn}.`,
        },
      };
    }
  },
});

const ANY_NOTICE = /copyright|©|版权|著作权/i;

/** A pattern for the agreed text. `{year}` in it is a year, or a range from the first to the last year. */
function noticeOf(agreed: string): RegExp {
  const parts = folded(agreed).split('{year}');
  return new RegExp(parts.map(part => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\d{4}(?: ?[-–~] ?\\d{4})?'));
}

/** The first comment of a file, together with line comments that directly follow it. */
function headOf({ text, comments }: Source): string {
  const end = comments.findIndex(
    ({ span }, n) => n > 0 && text.slice(comments[n - 1]?.span.end, span.start).trim() !== '',
  );
  return folded(
    comments
      .slice(0, end === -1 ? undefined : end)
      .map(({ span }) => text.slice(span.start, span.end))
      .join('\n'),
  );
}

/** The words of a comment, without comment marks. */
function folded(text: string): string {
  return text
    .replace(/^[ \t]*(?:\/\*+|\*+\/?|\/\/+|#+!?|--+|<!--+|;+)/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
