/** `docket owed`: which documents the change in hand owes, why, by when, and how to pay. */
import { impactTable } from '../../deliver/owed/impactTable.ts';
import { type Owed, type OwedDebt, symbolWords } from '../../engine/session/questions/owed.ts';
import type { Language } from '../../engine/session/types.ts';
import { openChange } from '../../host/changes/openChange.ts';
import { askedChange, changeOptions, openingOf } from '../change/changeOptions.ts';
import { type Command, type Context, type ExitCode, type Options, textOption } from '../command.ts';

export const owed: Command = {
  options: [
    ...changeOptions,
    { flags: '--all', says: { zh: '也列出已还的', en: 'those that are paid too' } },
    {
      flags: '--draft',
      says: {
        zh: '根据改动起草变更审批单和文档影响表',
        en: 'draft the change approval and its table of documents from the change',
      },
    },
    {
      flags: '--format <name>',
      says: { zh: '输出格式', en: 'format of the output' },
      choices: ['pretty', 'json'],
      default: 'pretty',
    },
  ],
  run: printOwed,
};

async function printOwed(context: Context, _args: readonly string[], options: Options): Promise<ExitCode> {
  const asked = askedChange(options, context.cwd) ?? { what: 'working' as const };
  const { analysis, language: spoken } = await openChange(context.cwd, asked, openingOf(context));
  const language = context.language ?? spoken;
  if (options['draft'] === true) {
    context.out(impactTable(analysis, language));
    return 0;
  }
  const all = analysis.owed();
  const shown = options['all'] === true ? all.debts : all.debts.filter(({ status }) => status === 'open');
  if (textOption(options, 'format') === 'json') context.out(`${JSON.stringify(all, null, 2)}\n`);
  else context.out(textOf({ ...all, debts: shown }, language));
  return 0;
}

function textOf({ debts, ticket }: Owed, language: Language): string {
  if (debts.length === 0) return language === 'zh' ? '不欠文档。\n' : 'No documents are owed.\n';
  const head = ticket === null ? '' : `${ticket}\n`;
  return `${head}${debts.map(debt => lineOf(debt, language)).join('')}`;
}

const DUE: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  commit: { zh: '提交时', en: 'with the commit' },
  range: { zh: '合并前', en: 'before the merge' },
  release: { zh: '发布前', en: 'before the release' },
};

function lineOf({ owed: what, because, due, status, paidBy, title, pay }: OwedDebt, language: Language): string {
  const place = `${what.path ?? ''}${what.line === null ? '' : `:${what.line}`}`;
  const code = because.symbol === null ? because.path : `${because.path}#${symbolWords(because.symbol)[language]}`;
  const why = `${because.item ?? code}${because.line === null ? '' : because.item === null ? `:${because.line}` : ` (${because.path}:${because.line})`}`;
  const when = DUE[due]?.[language] ?? due;
  if (status !== 'open') {
    const how =
      language === 'zh'
        ? { paid: '已更新', declared: '已说明不涉及' }[status]
        : { paid: 'paid', declared: 'declared' }[status];
    return `✓ ${what.id} ${title}  ${how}  ${paidBy ?? ''}\n`;
  }
  const zh = `✗ ${what.id} ${title}  ${place}\n  因为 ${why} 变了；${when}还。\n  ${pay.zh}\n`;
  const en = `✗ ${what.id} ${title}  ${place}\n  because ${why} changed; due ${when}.\n  ${pay.en}\n`;
  return { zh, en }[language];
}
