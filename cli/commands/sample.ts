/** `docket sample NAME DIR`: writes a sample contract as a git repository with its history. */
import path from 'node:path';
import { HostError } from '../../host/hostError.ts';
import { materialise } from '../../host/sample/materialise.ts';
import { shipped } from '../../host/shipped.ts';
import { type Command, type ExitCode, textOption } from '../command.ts';

export const sample: Command = {
  arguments: [
    { name: '<name>', says: { zh: '样例名：zzgl', en: 'name of the sample: zzgl' } },
    { name: '<dir>', says: { zh: '写入的新目录', en: 'new folder to write' } },
  ],
  options: [{ flags: '--at <date>', says: { zh: '停在这一天：当时在办的工作都在办', en: 'stop at this day, with the work of that day in flight' } }],

  async run(context, [name = '', dir = ''], options): Promise<ExitCode> {
    const folder = sampleFolder(name);
    const target = path.resolve(context.cwd, dir);
    const { commits, files } = await materialise(folder, target, textOption(options, 'at'));
    const says = { zh: `已写入 ${target}：${commits} 个提交，${files} 个文件。\n`, en: `Wrote ${target}: ${commits} commits, ${files} files.\n` };
    context.out(says[context.language ?? 'zh']);
    return 0;
  },
};

function sampleFolder(name: string): string {
  const history = /^\w+$/.test(name) ? shipped(`samples/${name}/history`) : undefined;
  if (history !== undefined) return path.dirname(history);
  throw new HostError({ zh: `没有名为 ${name} 的样例。现有样例：zzgl。`, en: `There is no sample named ${name}. There is: zzgl.` });
}
