/** What `ledger` and `report` have in common: the period asked for, where to stop looking, and how files are written. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FilePlan, Plan } from '../../engine/session/plans.ts';
import {
  cutoffIn,
  dayOf,
  type Instant,
  type Period,
  periodLabel,
  periodNamed,
  unreadDocuments,
} from '../../engine/session/questions/periods.ts';
import { asPath } from '../../engine/session/text.ts';
import type { Language, Project, Words } from '../../engine/session/types.ts';
import { HostError } from '../../host/hostError.ts';
import { type Context, type ExitCode, type Option, type Options, textOption } from '../command.ts';
import { DRY_RUN } from '../plans/options.ts';
import { perform, type Stage } from '../plans/perform.ts';

export { dayOf };

export const periodOptions: readonly Option[] = [
  {
    flags: '--period <period>',
    says: { zh: '期间：2026-05、2026-Q1、2026', en: 'the period: 2026-05, 2026-Q1, 2026' },
  },
  {
    flags: '--cutoff <time>',
    says: {
      zh: '数据截止（日期或时间），默认为期末',
      en: 'where to stop looking (a day or a time); the end of the period when left out',
    },
  },
  {
    flags: '--format <name>',
    says: {
      zh: '输出格式；与 --write 一起时 json 为计划和结果',
      en: 'format of the output; with --write, json is the plan and its outcome',
    },
    choices: ['md', 'json'],
    default: 'md',
  },
  { flags: '--out <dir>', says: { zh: '写到此目录', en: 'write into this folder' } },
  {
    flags: '--write',
    says: { zh: '写入项目，保留人工填写的内容', en: 'write into the project, keeping what people wrote' },
  },
  {
    ...DRY_RUN,
    says: {
      zh: '与 --write 或 --out 一起：只显示改动，不写文件',
      en: 'with --write or --out: show the changes and write nothing',
    },
  },
];

/**
 * The period of `--period`.
 * @throws HostError when there is none, it is no period, or it has not begun
 */
export function periodAsked(project: Project, options: Options): Period {
  const key = textOption(options, 'period');
  const period = periodNamed(project, key);
  const today = dayOf(project);
  if (period !== undefined && period.from > today) {
    throw new HostError({
      zh: `${periodLabel(period).zh}还没有开始，没有可统计的内容。`,
      en: `${periodLabel(period).en} has not begun: there is nothing to count.`,
    });
  }
  if (period !== undefined) return period;
  throw new HostError(
    key === undefined
      ? {
          zh: `没有指定期间：请加 --period ${today.slice(0, 7)}。`,
          en: `No period given: add --period ${today.slice(0, 7)}.`,
        }
      : {
          zh: `--period ${key} 不是期间：请写成 2026-05、2026-Q1 或 2026。`,
          en: `--period ${key} is no period: write 2026-05, 2026-Q1 or 2026.`,
        },
  );
}

/** As asked; else as the document that is there says; else the end of the period. Never later than the day of judgement. */
export function cutoffAsked(project: Project, options: Options, period: Period, id: string): Instant {
  const written = textOption(options, 'cutoff') ?? project.entry(id)?.data['data_cutoff'];
  return cutoffIn(project, period, written);
}

/** The language asked for, else that of the project. */
export function languageOf(context: Context, project: Project): Language {
  return context.language ?? project.config.language;
}

/** The text of a period, and where it is to be written. */
interface PeriodFiles {
  /** Into the project, with `--write`. */
  readonly plan: Plan;
  /** Without `--write`: printed, or written into a folder under this name. */
  readonly text: string;
  readonly name: string;
}

/** Prints the text, or writes it where the options say. */
export async function deliver({ plan, text, name }: PeriodFiles, stage: Stage): Promise<ExitCode> {
  const { context, options } = stage;
  const out = textOption(options, 'out');
  if (options['write'] === true) return (await perform(plan, stage, { nothing: AS_IT_IS, together: true })).code;
  if (out === undefined) {
    context.out(text);
    return 0;
  }
  const folder = path.resolve(context.cwd, out);
  // `--format` is that of the file here.
  const { format: _, ...rest } = options;
  return (
    await perform([copyFor(folder, name, text)], { ...stage, root: folder, options: rest }, { nothing: AS_IT_IS })
  ).code;
}

const AS_IT_IS: Words = { zh: '内容没有变化，没有写入。', en: 'Nothing has changed: nothing was written.' };

/** What a person has to know before handing it over: what was not counted, and a period outside of the contract. */
export function warn(context: Context, project: Project, { from, to }: Period): void {
  const language = languageOf(context, project);
  const unread = unreadDocuments(project);
  const some = unread.slice(0, 3).join(language === 'zh' ? '、' : ', ');
  if (unread.length > 0) {
    context.err(
      {
        zh: `注意：${unread.length} 份文档的文件头读不出来，没有计入：${some}${unread.length > 3 ? ' 等' : ''}。先用 docket check 查看并改正。\n`,
        en: `Note: documents whose frontmatter cannot be read are not counted (${unread.length}): ${some}${unread.length > 3 ? ' …' : ''}. See docket check.\n`,
      }[language],
    );
  }
  const service = project.config.project.period;
  if (service !== undefined && (to < service.from || from > service.to)) {
    context.err(
      {
        zh: `注意：该期间不在服务期 ${service.from} 至 ${service.to} 之内。\n`,
        en: `Note: the period lies outside of the service period, ${service.from} to ${service.to}.\n`,
      }[language],
    );
  }
}

/** A copy for a folder outside of the project's records. */
function copyFor(folder: string, name: string, text: string): FilePlan {
  const file = path.join(folder, name);
  return { path: asPath(name), before: existsSync(file) ? readFileSync(file, 'utf8') : undefined, after: text };
}
