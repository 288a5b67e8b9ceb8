/** `docket promote ID`: a row of a journal becomes a file of its own. */
import { promotionOf } from '../../deliver/newDocument/promote.ts';
import { applied } from '../../engine/features/fixes.ts';
import { HostError } from '../../host/hostError.ts';
import { openProject } from '../../host/project.ts';
import { writeWhole } from '../../host/write.ts';
import type { Command, Context, ExitCode, Options } from '../command.ts';

export const promote: Command = {
  arguments: [{ name: '<id>', says: { zh: '登记簿中一行的编号：FW-2026-0009', en: 'identifier of a row: FW-2026-0009' } }],
  options: [{ flags: '--dry-run', says: { zh: '只显示，不写入', en: 'show it, write nothing' } }],
  run: promoteRow,
};

function promoteRow(context: Context, [id = '']: readonly string[], options: Options): ExitCode {
  const { root, session } = openProject(context.cwd, context.asOf);
  const project = session.analysis().project();
  const promotion = promotionOf(project, id);
  if ('refused' in promotion) throw new HostError(promotion.refused);
  const language = context.language ?? project.config.language;
  const { path, text, journal, removal } = promotion;
  context.out({ zh: `新建  ${path}\n更新  ${journal}\n`, en: `create  ${path}\nupdate  ${journal}\n` }[language]);
  if (options['dryRun'] === true) {
    context.out(`\n${text}`);
    return 0;
  }
  // The file first: should the second write fail, the record is there twice, which a check tells, and never lost.
  writeWhole(root, path, text);
  writeWhole(root, journal, applied(project.text(journal) ?? '', [removal]));
  return 0;
}
