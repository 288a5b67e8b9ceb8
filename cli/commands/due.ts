/** `docket due [--days 7]`: what falls due soon, and what is overdue. */
import type { Due, DueKind, Language, Words } from '../../engine/session/types.ts';
import { HostError } from '../../host/hostError.ts';
import { openProject } from '../../host/project/openProject.ts';
import { alignedColumns } from '../words/columns.ts';
import { type Command, type Context, type ExitCode, type Options, textOption } from '../command.ts';

export const due: Command = {
  options: [
    { flags: '--days <n>', says: { zh: '看几天以内', en: 'how many days ahead' }, default: '7' },
    {
      flags: '--format <name>',
      says: { zh: '输出格式', en: 'format of the output' },
      choices: ['pretty', 'json'],
      default: 'pretty',
    },
  ],
  run: listDue,
};

function listDue(context: Context, _args: readonly string[], options: Options): ExitCode {
  const days = Number(textOption(options, 'days'));
  if (!Number.isInteger(days) || days < 0 || days > 366) {
    throw new HostError({
      zh: `--days ${textOption(options, 'days')} 不是天数：请写 0 至 366 的整数。`,
      en: `--days ${textOption(options, 'days')} is no number of days: write a whole number from 0 to 366.`,
    });
  }
  const analysis = openProject(context.cwd, context.asOf).session.analysis();
  const language = context.language ?? analysis.config().language;
  const items = analysis.due(days);
  context.out(
    textOption(options, 'format') === 'json' ? asJson(items, language) : asTable(items, language, days, context.width),
  );
  return 0;
}

function asJson(items: readonly Due[], language: Language): string {
  const rows = items.map(({ title, path = null, ...rest }) => ({ ...rest, title: title[language], path }));
  return `${JSON.stringify({ version: 1, items: rows }, null, 2)}\n`;
}

const KINDS: Readonly<Record<DueKind, Words>> = {
  ticket: { zh: '处理单', en: 'ticket' },
  inspection: { zh: '巡检', en: 'inspection' },
  report: { zh: '报告', en: 'report' },
  ledger: { zh: '台账', en: 'ledger' },
  signoff: { zh: '签字', en: 'sign-off' },
  requirement: { zh: '需求', en: 'requirement' },
  confirmation: { zh: '确认单', en: 'confirmation' },
  review: { zh: '评审', en: 'review' },
  finding: { zh: '整改', en: 'finding' },
  deliverable: { zh: '交付', en: 'deliverable' },
};

function asTable(items: readonly Due[], language: Language, days: number, width: number | undefined): string {
  if (items.length === 0)
    return { zh: `${days} 天内没有到期事项。\n`, en: `Nothing falls due within ${days} days.\n` }[language];
  const rows = items.map(({ due: when, overdue, kind, id, title }) => [
    when,
    overdue ? { zh: '已超期', en: 'overdue' }[language] : '',
    KINDS[kind][language],
    id,
    title[language],
  ]);
  const overdue = items.filter(item => item.overdue).length;
  const summary = {
    zh: `到期 ${items.length} 项，其中超期 ${overdue} 项`,
    en: `${items.length} due, ${overdue} of them overdue`,
  }[language];
  return `${alignedColumns(rows, width)}${summary}\n`;
}
