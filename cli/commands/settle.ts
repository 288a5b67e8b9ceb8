/** `docket settle ITEM… --because TEXT`: a unit or another item needs no update, says somebody by name; docket.lock remembers it. */
import { staffOf } from '../../deliver/newDocument/me.ts';
import { settled } from '../../deliver/settle/settled.ts';
import { giveGrammars } from '../../host/changed.ts';
import { HostError } from '../../host/hostError.ts';
import { identityOf } from '../../host/identity.ts';
import { openProject } from '../../host/project.ts';
import { writeWhole } from '../../host/write.ts';
import { type Command, type Context, type ExitCode, type Options, textOption } from '../command.ts';

export const settle: Command = {
  arguments: [
    {
      name: '<ITEM...>',
      says: {
        zh: '设计单元、设计要素、用例编号，或手册章节（ZZGL-SUM#标题）',
        en: 'design units, design elements, test cases, or sections of a manual (ZZGL-SUM#HEADING)',
      },
    },
  ],
  options: [
    { flags: '--because <text>', says: { zh: '为什么不用更新', en: 'why no update is needed' } },
    { flags: '--change <id>', says: { zh: '由这张变更审批单声明', en: 'declared by this change approval' } },
    { flags: '--dry-run', says: { zh: '只显示，不写文件', en: 'show it and write nothing' } },
  ],
  run: settleUnits,
};

async function settleUnits(context: Context, ids: readonly string[], options: Options): Promise<ExitCode> {
  const because = textOption(options, 'because')?.trim() ?? '';
  const change = textOption(options, 'change');
  if (because === '')
    throw new HostError({
      zh: '请写明理由：--because 理由。没有理由的核销等于没有核对。',
      en: 'Give a reason: --because TEXT. A debt settled without one was not looked at.',
    });
  const { root, session, source } = openProject(context.cwd, context.asOf);
  await giveGrammars(source.list(), [session]);
  session.readTags();
  const project = session.analysis().project();
  const me = identityOf(root);
  const by = staffOf(project, me) ?? (me.name || me.email);
  if (by === '')
    throw new HostError({
      zh: '不知道是谁核销：请先 git config user.name 姓名。',
      en: 'Nobody knows who settles it: set git config user.name first.',
    });
  const file = settled(ids, change === undefined ? { how: 'settled', by, because } : { how: 'declared', change, by, because }, project);
  if (!('path' in file)) throw new HostError(file);
  if (options['dryRun'] === true) context.out(file.text);
  else writeWhole(root, file.path, file.text);
  const language = context.language ?? project.config.language;
  const list = ids.join('、');
  context.err(
    {
      zh: `${list} 已由 ${by} 核销，记入 ${file.path}；请随代码一起提交。\n`,
      en: `${ids.join(', ')}: settled by ${by} in ${file.path}; commit it with the code.\n`,
    }[language],
  );
  return 0;
}
