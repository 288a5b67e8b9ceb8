/** `docket trace [ID]`: the traceability matrix, or what one identifier leads to. */
import type { Column, TraceRefusal } from '../../engine/session/trace.ts';
import type { Language, TracedItem, Words } from '../../engine/session/types.ts';
import { giveGrammars } from '../../host/changed.ts';
import { HostError } from '../../host/hostError.ts';
import { openProject } from '../../host/project.ts';
import { columns } from '../columns.ts';
import { type Command, type Context, type ExitCode, type Options, textOption } from '../command.ts';

export const trace: Command = {
  arguments: [
    {
      name: '[ID]',
      says: { zh: '需求条目、设计要素、设计单元、用例、文档或单据的编号', en: 'a requirement, design element, unit, test case, document or record' },
    },
  ],
  options: [
    { flags: '--from <kind>', says: { zh: '只看这一种条目：srs、hld、lld、test', en: 'items of this kind only: srs, hld, lld, test' } },
    { flags: '--to <kind>', says: { zh: '只看到这一列：hld、lld、code、test、manual', en: 'this column only: hld, lld, code, test, manual' } },
    { flags: '--gaps', says: { zh: '只列缺口', en: 'only what is missing something' } },
    { flags: '--format <name>', says: { zh: '输出格式', en: 'format of the output' }, choices: ['table', 'json'], default: 'table' },
  ],
  run: printTrace,
};

async function printTrace(context: Context, [id]: readonly string[], options: Options): Promise<ExitCode> {
  const { source, session } = openProject(context.cwd, context.asOf);
  await giveGrammars(source.list(), [session]);
  session.readTags();
  const [from, to] = [textOption(options, 'from'), textOption(options, 'to')];
  const answer = session.analysis().trace({ id, from, to, gaps: options['gaps'] === true });
  if ('unknown' in answer) throw refused(answer, { id, from, to });
  const { items, columns: shown, isLinked } = answer;
  const language = context.language ?? session.analysis().config().language;
  if (id !== undefined && !isLinked) context.err(leadsNowhere(id)[language]);
  if (textOption(options, 'format') === 'json') context.out(`${JSON.stringify({ version: 1, items }, null, 2)}\n`);
  else context.out(tableOf(items, shown, language, context.width) + suspectsIn(items, language) + summaryOf(items, shown)[language]);
  return 0;
}

function leadsNowhere(id: string): Words {
  return {
    zh: `${id} 没有关联到需求、设计、单元或用例条目。\n`,
    en: `${id} is linked to no requirement, design element, unit or test case.\n`,
  };
}

function refused(
  { unknown, meant, columns: there }: TraceRefusal,
  { id, from, to }: Readonly<Record<TraceRefusal['unknown'], string | undefined>>,
): HostError {
  const refusals: Readonly<Record<TraceRefusal['unknown'], Words>> = {
    id: {
      zh: `没有编号 ${id}${meant === undefined ? '。' : `，是否要写 ${meant}？`}`,
      en: `Nothing is called ${id}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
    },
    from: {
      zh: `--from ${from} 不是条目种类：请写 srs、hld、lld 或 test。`,
      en: `--from ${from} is no kind of item: write srs, hld, lld or test.`,
    },
    to: {
      zh: `--to ${to} 不是矩阵的列：请写 ${there.join('、')}。`,
      en: `--to ${to} is no column of the matrix: write ${there.join(', ')}.`,
    },
  };
  return new HostError(refusals[unknown]);
}

const HEADS: Readonly<Record<Language, Readonly<Record<'id' | 'title' | Column, string>>>> = {
  zh: { id: '编号', title: '标题', hld: '概要设计', lld: '详细设计', code: '代码', test: '测试', manual: '手册' },
  en: { id: 'Id', title: 'Title', hld: 'Design', lld: 'Units', code: 'Code', test: 'Tests', manual: 'Manual' },
};

function tableOf(items: readonly TracedItem[], shown: readonly Column[], language: Language, width: number | undefined): string {
  if (items.length === 0) return '';
  const head = HEADS[language];
  const rows = items.map(item => [item.id, item.title, ...shown.map(column => cellOf(item, column))]);
  return columns([[head.id, head.title, ...shown.map(column => head[column])], ...rows], width);
}

const MOST_NAMES = 3;

/** `✗` what ought to be there, a blank what nobody asks of this kind, `?` behind what is suspect. */
function cellOf({ coverage, gaps, suspects }: TracedItem, column: Column): string {
  if (gaps.includes(column)) return '✗';
  const marked = (name: string) => (suspects.some(({ right, left }) => name === right || name === left) ? `${shortened(name)}?` : shortened(name));
  const names = coverage[column].map(marked);
  return names.length <= MOST_NAMES ? names.join(' ') : `${names.slice(0, MOST_NAMES).join(' ')} +${names.length - MOST_NAMES}`;
}

/** Of a path the last part. */
function shortened(name: string): string {
  const path = name.split('#', 1)[0] ?? '';
  return name.slice(path.lastIndexOf('/') + 1);
}

/** Why each is suspect, once, though both of its ends are shown. */
function suspectsIn(items: readonly TracedItem[], language: Language): string {
  const reasons = new Set(items.flatMap(({ suspects }) => suspects.map(({ reason }) => reason[language])));
  return [...reasons].map(reason => `? ${reason}\n`).join('');
}

function summaryOf(items: readonly TracedItem[], shown: readonly Column[]): Readonly<Record<Language, string>> {
  const gaps = items.reduce((sum, item) => sum + item.gaps.filter(gap => shown.includes(gap)).length, 0);
  const suspects = new Set(items.flatMap(item => item.suspects.map(({ right, left }) => `${right} ${left}`))).size;
  const [zh, en] = suspects === 0 ? ['', ''] : [` · 存疑 ${suspects}`, ` · suspect ${suspects}`];
  return { zh: `条目 ${items.length} · 缺口 ${gaps}${zh}\n`, en: `items ${items.length} · gaps ${gaps}${en}\n` };
}
