/** What `ledger` and `report` have in common: the period asked for, where to stop looking, and how files are written. */
import { ALL } from '../../engine/base/queries.ts';
import type { Language } from '../../engine/base/words.ts';
import { type Instant, localDate } from '../../engine/measure/instant.ts';
import { cutoffOf } from '../../engine/measure/moment.ts';
import type { Period } from '../../engine/measure/period.ts';
import { reportPeriod } from '../../engine/measure/report/figuresAt.ts';
import { judgedAt, offsetOf } from '../../engine/measure/terms.ts';
import type { Project } from '../../engine/rules/project.ts';
import type { PlannedFile } from '../../deliver/filePlan.ts';
import { HostError } from '../../host/hostError.ts';
import { writeWhole } from '../../host/write.ts';
import { type Context, type Option, type Options, textOption } from '../command.ts';

export const periodOptions: readonly Option[] = [
  { flags: '--period <period>', says: { zh: '期间：2026-05、2026-Q1、2026', en: 'the period: 2026-05, 2026-Q1, 2026' } },
  { flags: '--cutoff <time>', says: { zh: '数据截止（日期或时间），默认为期末', en: 'where to stop looking (a day or a time); the end of the period when left out' } },
  { flags: '--format <name>', says: { zh: '输出格式', en: 'format of the output' }, choices: ['md', 'json'], default: 'md' },
  { flags: '--out <dir>', says: { zh: '写到此目录', en: 'write into this folder' } },
  { flags: '--write', says: { zh: '写入项目，保留人工填写的内容', en: 'write into the project, keeping what people wrote' } },
];

export function periodAsked(project: Project, options: Options): Period {
  const key = textOption(options, 'period');
  const period = key?.includes('..') ? undefined : reportPeriod(project.get, key);
  if (period !== undefined) return period;
  throw new HostError(
    key === undefined
      ? { zh: '没有指定期间：请加 --period 2026-05。', en: 'No period given: add --period 2026-05.' }
      : { zh: `--period ${key} 不是期间：请写成 2026-05、2026-Q1 或 2026。`, en: `--period ${key} is no period: write 2026-05, 2026-Q1 or 2026.` },
  );
}

/** As asked; else as the document that is there says; else the end of the period. Never later than the day of judgement. */
export function cutoffAsked(project: Project, options: Options, period: Period, id: string): Instant {
  const written = textOption(options, 'cutoff') ?? project.entry(id)?.data['data_cutoff'];
  return Math.min(cutoffOf(written, period, offsetOf(project.config)), project.get(judgedAt, ALL));
}

export function dayOf(project: Project): string {
  return localDate(project.get(judgedAt, ALL), offsetOf(project.config));
}

export function languageOf(context: Context, project: Project): Language {
  return context.language ?? project.config.language;
}

const DOES = {
  create: { zh: '新建', en: 'create' },
  update: { zh: '更新', en: 'update' },
  keep: { zh: '无变化', en: 'no change' },
};

/** Says what becomes of each file, then does it. */
export function carryOut(context: Context, root: string, files: readonly PlannedFile[], language: Language): void {
  for (const { path, does } of files) context.out(`${DOES[does][language]}  ${path}\n`);
  for (const { path, text, does } of files) if (does !== 'keep') writeWhole(root, path, text);
}
