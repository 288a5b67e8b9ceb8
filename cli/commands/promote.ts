/** `docket promote ID`: a row of a journal becomes a file of its own. */
import { promotionOf } from '../../deliver/newDocument/promote.ts';
import { HostError } from '../../host/hostError.ts';
import { openProject } from '../../host/project/openProject.ts';
import type { Command, Context, ExitCode, Options } from '../command.ts';
import { DRY_RUN, PLAN_FORMAT } from '../plans/options.ts';
import { perform } from '../plans/perform.ts';

export const promote: Command = {
  arguments: [
    { name: '<id>', says: { zh: '登记簿中一行的编号：FW-2026-0009', en: 'identifier of a row: FW-2026-0009' } },
  ],
  options: [DRY_RUN, PLAN_FORMAT],
  run: promoteRow,
};

async function promoteRow(context: Context, [id = '']: readonly string[], options: Options): Promise<ExitCode> {
  const { root, session } = openProject(context.cwd, context.asOf);
  const project = session.analysis().project();
  const promotion = promotionOf(project, id);
  if ('refused' in promotion) throw new HostError(promotion.refused);
  const language = context.language ?? project.config.language;
  const nothing = { zh: `${id} 没有可转出的内容。`, en: `There is nothing of ${id} to promote.` };
  return (await perform(promotion.plan, { context, root, language, options }, { nothing, together: true })).code;
}
