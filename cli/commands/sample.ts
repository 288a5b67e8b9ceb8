/** `docket sample NAME DIR`: writes a sample contract as a git repository with its history. */
import path from 'node:path';
import type { Words } from '../../engine/session/types.ts';
import { HostError } from '../../host/hostError.ts';
import { DAY_OF_FAULTS, type Fault, faultNumbered } from '../../host/sample/fault.ts';
import { materialise } from '../../host/sample/materialise.ts';
import { shipped } from '../../host/shipped.ts';
import { type Command, type ExitCode, textOption } from '../command.ts';

export const sample: Command = {
  arguments: [
    { name: '<name>', says: { zh: '样例名：zzgl', en: 'name of the sample: zzgl' } },
    { name: '<dir>', says: { zh: '写入的新目录', en: 'new folder to write' } },
  ],
  options: [
    {
      flags: '--at <date>',
      says: { zh: '停在这一天：当时在办的工作都在办', en: 'stop at this day, with the work of that day in flight' },
    },
    {
      flags: '--fault <number>',
      says: { zh: '带一处故障，看随单怎么说', en: 'with one fault in it, to see what Docket says' },
    },
  ],

  async run(context, [name = '', dir = ''], options): Promise<ExitCode> {
    const folder = sampleFolder(name);
    const target = path.resolve(context.cwd, dir);
    const until = textOption(options, 'at');
    const fault = faultAsked(folder, textOption(options, 'fault'), until);
    const { commits, files } = await materialise(folder, target, { until, fault });
    const says = {
      zh: `已写入 ${target}：${commits} 个提交，${files} 个文件。\n`,
      en: `Wrote ${target}: ${commits} commits, ${files} files.\n`,
    };
    const language = context.language ?? 'zh';
    context.out(says[language] + (fault ? told(fault, dir) : thatDay(until ?? DAY_OF_FAULTS, dir))[language]);
    return 0;
  },
};

function faultAsked(folder: string, number: string | undefined, until: string | undefined): Fault | undefined {
  if (number === undefined) return undefined;
  if (until === undefined) return faultNumbered(folder, number);
  throw new HostError({
    zh: '--at 和 --fault 不能一起用：故障在全年的样例里。',
    en: '--at and --fault exclude each other: a fault is in the whole year.',
  });
}

/** What is broken, and the command that finds it. */
function told({ number, title, rule, commit, expect }: Fault, dir: string): Words {
  const where = expect?.appears.find(one => one.rule === rule)?.path ?? '';
  const scope = commit === undefined ? where : '--range HEAD~1..HEAD';
  const command = checkOf(dir, DAY_OF_FAULTS, scope);
  return {
    zh: `故障 ${number}：${title.zh}。看随单怎么说：\n  ${command}\n`,
    en: `Fault ${number}: ${title.en}. See what Docket says:\n  ${command}\n`,
  };
}

/** As of a later day, all that was not done since is overdue. */
function thatDay(day: string, dir: string): Words {
  const command = checkOf(dir, day);
  return { zh: `按当天检查：\n  ${command}\n`, en: `To check it as of that day:\n  ${command}\n` };
}

function checkOf(dir: string, day: string, scope = ''): string {
  return `docket check ${scope}${scope === '' ? '' : ' '}--cwd ${/\s/.test(dir) ? `"${dir}"` : dir} --as-of ${day}`;
}

function sampleFolder(name: string): string {
  const history = /^\w+$/.test(name) ? shipped(`samples/${name}/history`) : undefined;
  if (history !== undefined) return path.dirname(history);
  throw new HostError({
    zh: `没有名为 ${name} 的样例。现有样例：zzgl。`,
    en: `There is no sample named ${name}. There is: zzgl.`,
  });
}
