/**
 * `docket settle ITEM… --because TEXT`: a person says, by name, that a unit or another item needs no update; docket.lock keeps it. With
 * `--unreviewed` it is every unit that was never reviewed.
 */
import { staffOf } from '../../deliver/newDocument/me.ts';
import { settled, unreviewed } from '../../deliver/settle/settled.ts';
import type { Project, Words } from '../../engine/session/types.ts';
import { LOCK_PATH } from '../../engine/session/files.ts';
import { unresolvedIn } from '../../host/git/checkedOut.ts';
import { HostError } from '../../host/hostError.ts';
import { identityOf } from '../../host/git/identity.ts';
import { openProject } from '../../host/project/openProject.ts';
import { type Command, type Context, type ExitCode, type Options, textOption } from '../command.ts';
import { DRY_RUN, PLAN_FORMAT } from '../plans/options.ts';
import { nothingDone, perform } from '../plans/perform.ts';
import { counted } from '../plans/words.ts';

export const settle: Command = {
  arguments: [
    {
      name: '[ITEM...]',
      says: {
        zh: '设计单元、设计要素、用例编号，或手册章节（ZZGL-SUM#标题）',
        en: 'design units, design elements, test cases, or sections of a manual (ZZGL-SUM#HEADING)',
      },
    },
  ],
  options: [
    { flags: '--because <text>', says: { zh: '为什么不用更新', en: 'why no update is needed' } },
    {
      flags: '--unreviewed',
      says: { zh: '从未核对过的全部设计单元', en: 'every design unit that was never reviewed' },
    },
    { flags: '--change <id>', says: { zh: '由这张变更审批单声明', en: 'declared by this change approval' } },
    DRY_RUN,
    PLAN_FORMAT,
  ],
  run: settleUnits,
};

async function settleUnits(context: Context, named: readonly string[], options: Options): Promise<ExitCode> {
  const because = reasonIn(options);
  const ofAll = isOfAll(named, options);
  const { root, session } = openProject(context.cwd, context.asOf);
  refuseUnresolved(root);
  session.readTags();
  const project = session.analysis().project();
  const language = context.language ?? project.config.language;
  const ids = ofAll ? unreviewed(project) : named;
  const stage = { context, root, language, options };
  if (ids.length === 0) return nothingDone([], stage, ALL_REVIEWED).code;
  const by = whoSettles(root, project);
  const change = textOption(options, 'change');
  const answer = settled(
    ids,
    change === undefined ? { how: 'settled', by, because } : { how: 'declared', change, by, because },
    project,
  );
  if ('refused' in answer) throw new HostError(answer.refused);
  if ('unsettled' in answer) return nothingDone([], stage, answer.unsettled).code;
  const { code, outcome } = await perform([answer.file], stage, { nothing: AS_RECORDED });
  if (outcome !== undefined && code === 0) context.err(told(ofAll ? ids.length : ids, by, answer.file.path)[language]);
  return code;
}

const ALL_REVIEWED: Words = {
  zh: '设计单元都核对过，没有要记的。',
  en: 'Every design unit was reviewed: there is nothing to record.',
};
const AS_RECORDED: Words = {
  zh: '已经这样记录过，没有改动。',
  en: 'It is recorded like this already: nothing was changed.',
};

/** A number of units, or the names. */
function told(ids: number | readonly string[], by: string, file: string): Words {
  const [zh, en] =
    typeof ids === 'number'
      ? [`${ids} 个设计单元`, counted(ids, 'design unit')]
      : [`${ids.join('、')} `, ids.join(', ')];
  return {
    zh: `${zh}已由 ${by} 核销，记入 ${file}；请随代码一起提交。\n`,
    en: `${en}: settled by ${by} in ${file}; commit it with the code.\n`,
  };
}

function reasonIn(options: Options): string {
  const because = textOption(options, 'because')?.trim() ?? '';
  if (because !== '') return because;
  throw new HostError({
    zh: '请写明理由：--because 理由。没有理由的核销等于没有核对。',
    en: 'Give a reason: --because TEXT. A debt settled without one was not looked at.',
  });
}

function isOfAll(named: readonly string[], options: Options): boolean {
  const ofAll = options['unreviewed'] === true;
  if (ofAll !== named.length > 0) return ofAll;
  throw new HostError({
    zh: '请写明核销哪些设计单元：写单元编号，或用 --unreviewed 核销从未核对过的全部单元。',
    en: 'Say which design units: name them, or take all that were never reviewed with --unreviewed.',
  });
}

/** A text with conflict marks cannot have been reviewed. For docket.lock itself, the reader names the line. */
function refuseUnresolved(root: string): void {
  const file = unresolvedIn(root).find(name => name !== LOCK_PATH);
  if (file === undefined) return;
  throw new HostError({
    zh: `${file} 的合并冲突还没有解决，核销的会是带冲突的内容。请先解决并 git add，再核销。`,
    en: `${file} has an unresolved conflict, and what is settled would be the text with its marks. Resolve it and git add it first.`,
  });
}

function whoSettles(root: string, project: Project): string {
  const me = identityOf(root);
  const by = staffOf(project, me) ?? (me.name || me.email);
  if (by !== '') return by;
  throw new HostError({
    zh: '不知道是谁核销：请先 git config user.name 姓名。',
    en: 'It is not known who settles it: set git config user.name first.',
  });
}
