/** What `docket trace` prints of a project: a table with a sentence below it, or JSON. */
import type { TraceRefusal } from '../engine/session/questions/trace.ts';
import type { Column, Language, TracedItem, Words } from '../engine/session/types.ts';
import { HostError } from '../host/hostError.ts';
import type { KeepableResult } from '../host/cache/keptResult.ts';
import type { KnownFiles } from '../host/cache/knownFiles.ts';
import { openTraced } from '../host/project/tracedProject.ts';
import { alignedColumns } from './words/columns.ts';
import { type Context, type Options, textOption } from './command.ts';

/** What the command prints. */
export interface Printed {
  readonly text: string;
  /** Printed on stderr. */
  readonly aside: string;
}

interface Asked {
  readonly context: Context;
  /** Undefined for the whole matrix. */
  readonly id: string | undefined;
  readonly options: Options;
  readonly known: KnownFiles | undefined;
}

/** @throws HostError for an identifier, a kind or a column that does not exist. */
export async function tracedMatrix(
  root: string,
  { context, id, options, known }: Asked,
): Promise<KeepableResult<Printed>> {
  const { session, besides } = await openTraced(root, context.asOf, known);
  const [from, to] = [textOption(options, 'from'), textOption(options, 'to')];
  const answer = session.analysis().trace({ id, from, to, gaps: options['gaps'] === true });
  if ('unknown' in answer) throw refused(answer, { id, from, to });
  const { items, columns: shown, isLinked } = answer;
  const language = context.language ?? session.analysis().config().language;
  const aside = id !== undefined && !isLinked ? leadsNowhere(id)[language] : '';
  const text =
    textOption(options, 'format') === 'json'
      ? `${JSON.stringify({ version: 1, items }, null, 2)}\n`
      : tableOf(items, shown, language, context.width) +
        suspectsIn(items, language) +
        summaryOf(items, shown)[language];
  // A trace asks nothing about the repository.
  return { result: { text, aside }, besides: besides(), repository: null };
}

function leadsNowhere(id: string): Words {
  return {
    zh: `${id} 没有关联到需求、设计、单元或用例条目。\n`,
    en: `${id} is linked to no requirement, design element, unit or test case.\n`,
  };
}

function refused(
  { unknown, meant, columns: known = [] }: TraceRefusal,
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
      zh: `--to ${to} 不是矩阵的列：请写 ${known.join('、')}。`,
      en: `--to ${to} is no column of the matrix: write ${known.join(', ')}.`,
    },
  };
  return new HostError(refusals[unknown]);
}

const HEADS = { zh: { id: '编号', title: '标题' }, en: { id: 'Id', title: 'Title' } };

function tableOf(
  items: readonly TracedItem[],
  shown: readonly Column[],
  language: Language,
  width: number | undefined,
): string {
  if (items.length === 0) return '';
  const head = HEADS[language];
  const rows = items.map(item => [item.id, item.title, ...shown.map(column => cellOf(item, column))]);
  return alignedColumns([[head.id, head.title, ...shown.map(({ label }) => label[language])], ...rows], width);
}

const MOST_NAMES = 3;

/** `✗` for a missing link, blank where this kind needs none, `?` behind a suspect one. */
function cellOf({ coverage, gaps, suspects }: TracedItem, { key: column }: Column): string {
  if (gaps.includes(column)) return '✗';
  const marked = (name: string) =>
    suspects.some(({ right, left }) => name === right || name === left) ? `${shortened(name)}?` : shortened(name);
  const names = (coverage[column] ?? []).map(marked);
  return names.length <= MOST_NAMES
    ? names.join(' ')
    : `${names.slice(0, MOST_NAMES).join(' ')} +${names.length - MOST_NAMES}`;
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
  const gaps = items.reduce(
    (sum, item) => sum + item.gaps.filter(gap => shown.some(({ key }) => key === gap)).length,
    0,
  );
  const suspects = new Set(items.flatMap(item => item.suspects.map(({ right, left }) => `${right} ${left}`))).size;
  const [zh, en] = suspects === 0 ? ['', ''] : [` · 存疑 ${suspects}`, ` · suspect ${suspects}`];
  return { zh: `条目 ${items.length} · 缺口 ${gaps}${zh}\n`, en: `items ${items.length} · gaps ${gaps}${en}\n` };
}
