/** The words of every command for what a plan does, and for what became of it. */
import { type Action, actionOf, type FilePlan } from '../../engine/session/plans.ts';
import type { Language, Words } from '../../engine/session/types.ts';
import type { Did, FileOutcome } from '../../host/write/carryOut.ts';

const ACTIONS: Readonly<Record<Action, Words>> = {
  create: { zh: '新建', en: 'create' },
  change: { zh: '更新', en: 'change' },
  delete: { zh: '删除', en: 'delete' },
  rename: { zh: '改名', en: 'rename' },
  keep: { zh: '无变化', en: 'unchanged' },
};

const DONE: Readonly<Record<Did, Words>> = {
  created: { zh: '新建', en: 'created' },
  changed: { zh: '更新', en: 'changed' },
  deleted: { zh: '删除', en: 'deleted' },
  renamed: { zh: '改名', en: 'renamed' },
  unchanged: { zh: '无变化', en: 'unchanged' },
  refused: { zh: '未写', en: 'refused' },
};

/** What is to become of a file, on a line. */
export function plannedLine(file: FilePlan, language: Language): string {
  return `${ACTIONS[actionOf(file)][language]}  ${placeOf(file)}\n`;
}

/** What became of a file, on a line; of a refused one with the reason. */
export function outcomeLine(file: FileOutcome, language: Language): string {
  const why =
    file.refusal === undefined ? '' : { zh: `：${file.refusal.says.zh}。`, en: `: ${file.refusal.says.en}.` }[language];
  return `${DONE[file.did][language]}  ${placeOf(file)}${why}\n`;
}

function placeOf({ path, from }: Pick<FilePlan, 'path' | 'from'>): string {
  return from === undefined ? path : `${from} → ${path}`;
}

/** `1 file`, `2 files`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
