/** `docket trace [ID]`: the traceability matrix, or what one identifier leads to. */
import { engineId } from '../../host/engineId.ts';
import { keepResult, keptResult } from '../../host/cache/keptResult.ts';
import { knownFiles } from '../../host/cache/knownFiles.ts';
import { rootOf } from '../../host/project/root.ts';
import manifest from '../../package.json' with { type: 'json' };
import type { Command, Context, ExitCode, Options } from '../command.ts';
import type { Printed } from '../tracedMatrix.ts';

export const trace: Command = {
  arguments: [
    {
      name: '[ID]',
      says: {
        zh: '需求条目、设计要素、设计单元、用例、文档或单据的编号',
        en: 'a requirement, design element, unit, test case, document or record',
      },
    },
  ],
  options: [
    {
      flags: '--from <kind>',
      says: { zh: '只看这一种条目：srs、hld、lld、test', en: 'items of this kind only: srs, hld, lld, test' },
    },
    {
      flags: '--to <kind>',
      says: { zh: '只看到这一列：hld、lld、code、test、manual', en: 'this column only: hld, lld, code, test, manual' },
    },
    { flags: '--gaps', says: { zh: '只列缺口', en: 'only what is missing something' } },
    {
      flags: '--format <name>',
      says: { zh: '输出格式', en: 'format of the output' },
      choices: ['table', 'json'],
      default: 'table',
    },
  ],
  run: printTrace,
};

/** The same question about the same files has the same answer: the engine is loaded only when it is not kept. */
async function printTrace(context: Context, [id]: readonly string[], options: Options): Promise<ExitCode> {
  const root = rootOf(context.cwd);
  const known = knownFiles(root, engineId(manifest.version));
  const { asOf, language, width } = context;
  const key = known && JSON.stringify(['trace', { asOf, language, width }, id, options, known.blobs.digest]);
  let printed = key && keptResult<Printed>(known.store, key, root);
  if (!printed) {
    const made = await (await import('../tracedMatrix.ts')).tracedMatrix(root, { context, id, options, known });
    if (key) keepResult(known.store, key, root, made);
    printed = made.result;
  }
  context.err(printed.aside);
  context.out(printed.text);
  return 0;
}
