import type { Comment, Source } from '../../code/source.ts';
import { symbolWords } from '../../code/symbolWords.ts';
import { isMeaningful } from '../../code/signature/changedSymbols.ts';
import { trailersNamed } from '../../links/trailers.ts';
import { atSpan } from '../../model/place.ts';
import { changeRule, type Change } from '../rule.ts';
import { type ChangedCode, changedCode, isExempt } from './changedCode.ts';
import { isUnwritten } from './codeCommits.ts';
import { AFTER, BEFORE, CODE, JAVA } from './examples.ts';

const CONFIG = `${CODE}comments: { change-note: "{id} {date} {author}" }\n`;
const change = {
  before: { [JAVA]: BEFORE },
  message: '提前三天提醒\n\nChange: BG-2026-0005\n',
  at: '2026-04-03T10:00:00+08:00',
  author: '李四',
};
const noted = AFTER.replace('    remind', '    // BG-2026-0005 2026-04-03 李四: 提前量改为三天\n    remind');

export const changeNote = changeRule({
  id: 'commit/change-note',
  says: { zh: '改动的代码处有注释写明变更单号。', en: 'Changed code has a comment that names its change approval.' },
  why: {
    zh: '合同要求程序修改时做好相应注释；项目约定改动处写明单号、日期、作者，读代码的人就能查到批准。',
    en: 'The contract requires comments on changed code; in this project the comment names the change, so that a reader of the code finds the approval.',
  },
  clauses: ['C4.5-06'],
  severity: 'warning',
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [JAVA]: AFTER.replace('void run', 'void «run»') },
      change,
      message:
        'OverdueReminderJob.run 改了，没有注明变更单号；请在改动处加注释，例如“BG-2026-0005 2026-04-03 李四: 改了什么”。',
    },
    { good: { 'docket.yml': CONFIG, [JAVA]: noted }, change },
    // The project did not agree on such comments.
    { good: { 'docket.yml': CODE, [JAVA]: AFTER }, change },
    {
      good: { 'docket.yml': CONFIG, [JAVA]: AFTER },
      change: { ...change, message: '提前三天提醒\n\nRefs: WX-2026-0003\n' },
    },
  ],

  *check(change) {
    const form = change.after.config.comments['change-note'] ?? '';
    if (form === '' || form === 'off' || form === 'false' || change.commits.every(isUnwritten)) return;
    for (const code of changedCode(change, ['program', 'script', 'ops'])) {
      const { file } = code;
      const commits = change.commits.filter(
        ({ files, hash }) => hash === undefined || files.some(({ path }) => path === file.path),
      );
      const changes = [...new Set(commits.flatMap(({ message }) => trailersNamed(message, 'change')))];
      const last = commits.at(-1);
      if (changes.length === 0 || last === undefined || !isMeaningful(code.was, code.source)) continue;
      const example = form
        .replace('{id}', changes[0] ?? '')
        .replace('{date}', last.at.slice(0, 10))
        .replace('{author}', last.author.name);
      yield* silentIn(code, changes, example, change);
    }
  },
});

function* silentIn(
  { file, source, symbols }: ChangedCode,
  changes: readonly string[],
  example: string,
  { after }: Change,
) {
  const notes = source.comments.filter(comment => changes.some(id => textIn(comment, source).includes(id)));
  const asked = symbols.filter(({ symbol }) => !isExempt(symbol.name, symbol.parameters.length, file.path, after));
  // A note above the class or at the head of the file covers everything that changed in it.
  const first = source.symbols[0]?.span.start ?? source.text.length;
  if (notes.some(({ span }) => span.end <= first) || (symbols.length > 0 && asked.length === 0)) return;
  const silent = asked.filter(
    ({ symbol }) =>
      !notes.some(({ span }) => from(symbol.span.start, source) <= span.start && span.end <= symbol.span.end),
  );
  const [worst] = silent;
  if (worst === undefined && (asked.length > 0 || notes.length > 0)) return;
  const fileName = file.path.slice(file.path.lastIndexOf('/') + 1);
  const name = worst === undefined ? { zh: fileName, en: fileName } : symbolWords(worst.symbol.name);
  const [more, moreEn] = silent.length > 1 ? [` 等 ${silent.length} 处`, ` and ${silent.length - 1} more`] : ['', ''];
  yield {
    at: atSpan(file.path, worst?.symbol.nameSpan ?? { start: 0, end: 0 }),
    say: {
      zh: `${name.zh}${more} 改了，没有注明变更单号；请在改动处加注释，例如“${example}: 改了什么”。`,
      en: `${name.en}${moreEn} changed: add a comment there that names the change, such as “${example}: what changed”.`,
    },
  };
}

/** The offset where a symbol begins, with the comments directly above it. */
function from(start: number, { comments, text }: Source): number {
  let at = start;
  for (const { span } of comments.toReversed())
    if (span.end <= at && text.slice(span.end, at).trim() === '') at = span.start;
  return at;
}

function textIn({ span }: Comment, { text }: Source): string {
  return text.slice(span.start, span.end);
}
