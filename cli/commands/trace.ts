/** `docket trace [ID]`: the traceability matrix, or what one identifier leads to. */
import type { Language, Words } from '../../engine/base/words.ts';
import type { Catalogue } from '../../engine/model/kinds.ts';
import type { Project } from '../../engine/rules/project.ts';
import { closest } from '../../engine/rules/nearest.ts';
import type { Coverage } from '../../engine/trace/coverage.ts';
import { type TracedItem, traceOf } from '../../engine/trace/matrix.ts';
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

type Column = keyof Coverage;

const COLUMNS: readonly Column[] = ['hld', 'lld', 'code', 'test', 'manual'];

function printTrace(context: Context, [id]: readonly string[], options: Options): ExitCode {
  const { session } = openProject(context.cwd, context.asOf);
  session.readTags();
  const project = session.analysis().project();
  const shown = shownColumns(textOption(options, 'to'), project.catalogue);
  const from = itemKind(textOption(options, 'from'), project.catalogue);
  refuseUnknown(id, project);
  const all = traceOf(project.get, id).items.filter(({ kind }) => from === undefined || kind === from);
  const items = options['gaps'] === true ? all.filter(({ gaps }) => gaps.some(gap => shown.includes(gap))) : all;
  const language = context.language ?? project.config.language;
  if (id !== undefined && all.length === 0) context.err(leadsNowhere(id)[language]);
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

function refuseUnknown(id: string | undefined, project: Project): void {
  if (id === undefined || project.find(id) !== undefined) return;
  const kind = project.catalogue.kindOfId(id);
  const meant =
    kind === undefined
      ? undefined
      : closest(
          id,
          [...project.items(kind), ...project.entries(kind)].map(held => held.id),
        );
  throw new HostError({
    zh: `没有编号 ${id}${meant === undefined ? '。' : `，是否要写 ${meant}？`}`,
    en: `Nothing is called ${id}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
  });
}

/** A kind of item by its own name, or by that of the document it stands in. */
function itemKind(name: string | undefined, { items, kindNamed }: Catalogue): string | undefined {
  if (name === undefined) return undefined;
  const document = kindNamed(name)?.key ?? kindNamed(`${name}-report`)?.key;
  const found = [...items.values()].find(
    ({ key, label, kinds }) => [key, label.zh, label.en].includes(name) || (document !== undefined && kinds.includes(document)),
  );
  if (found !== undefined) return found.key;
  throw new HostError({
    zh: `--from ${name} 不是条目种类：请写 srs、hld、lld 或 test。`,
    en: `--from ${name} is no kind of item: write srs, hld, lld or test.`,
  });
}

const ALSO: Readonly<Record<string, Column>> = { 'test-report': 'test', 'user-manual': 'manual', 'deploy-manual': 'manual' };

function shownColumns(name: string | undefined, { kindNamed }: Catalogue): readonly Column[] {
  if (name === undefined) return COLUMNS;
  const key = kindNamed(name)?.key ?? name;
  const column = ALSO[key] ?? COLUMNS.find(other => other === key);
  if (column !== undefined) return [column];
  throw new HostError({
    zh: `--to ${name} 不是矩阵的列：请写 ${COLUMNS.join('、')}。`,
    en: `--to ${name} is no column of the matrix: write ${COLUMNS.join(', ')}.`,
  });
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
