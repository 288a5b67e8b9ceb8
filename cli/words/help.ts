/** Words of the command line itself, in both languages. */
import type { CommanderError, Option as CommanderOption } from 'commander';
import type { Words } from '../../engine/session/types.ts';
import type { Option } from '../command.ts';

export const globalOptions: readonly Option[] = [
  { flags: '--cwd <dir>', says: { zh: '在此目录运行', en: 'run in this folder' } },
  { flags: '--as-of <date>', says: { zh: '以这一天为“今天”判断', en: 'judge as of this day' } },
  { flags: '--lang <language>', says: { zh: '输出语言', en: 'language of the output' }, choices: ['zh', 'en'] },
  {
    flags: '--color <when>',
    says: { zh: '颜色', en: 'colour' },
    choices: ['auto', 'always', 'never'],
    default: 'auto',
  },
  { flags: '--quiet', says: { zh: '只输出结果', en: 'print the result only' } },
];

interface Texts {
  readonly what: string;
  readonly version: string;
  readonly help: string;
  readonly titles: Readonly<Record<string, string>>;
  /** Ends the title of a group of commands. */
  readonly colon: string;
  /** `docket check [options] [PATH...]` */
  usage(text: string): string;
  /** What an option does, with its choices and its default. */
  option(option: CommanderOption): string;
}

const zh: Texts = {
  what: '随单 Docket：像检查代码一样检查运维合同的全部文档',
  version: '显示版本',
  help: '显示帮助',
  titles: {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Global Options:': '全局选项：',
    'Commands:': '命令：',
  },
  colon: '：',
  usage: text => text.replace('[options]', '[选项]').replace('[command]', '<命令>'),
  option: ({ description, argChoices = [], defaultValue }) => {
    const notes = [
      argChoices.length > 0 ? `可选：${argChoices.join('、')}` : '',
      defaultValue === undefined ? '' : `默认：${defaultValue}`,
    ];
    return withNotes(description, notes.filter(note => note !== '').join('；'), '（', '）');
  },
};

const en: Texts = {
  what: 'Docket checks the documents of a maintenance contract like code',
  version: 'print the version',
  help: 'print this help',
  titles: {},
  colon: ':',
  usage: text => text.replace('[command]', '<command>'),
  option: ({ description, argChoices = [], defaultValue }) => {
    const notes = [
      argChoices.length > 0 ? `choices: ${argChoices.join(', ')}` : '',
      defaultValue === undefined ? '' : `default: ${defaultValue}`,
    ];
    return withNotes(description, notes.filter(note => note !== '').join('; '), ' (', ')');
  },
};

function withNotes(text: string, notes: string, open: string, close: string): string {
  return notes === '' ? text : `${text}${open}${notes}${close}`;
}

export const texts = { zh, en, ofCommander };

/** What the option parser found wrong with the words behind `docket`, with the way out. */
function ofCommander({ code, message }: CommanderError, command: string | undefined): Words {
  const about = /'([^' ]+)(?: [^']*)?'/.exec(message)?.[1] ?? '';
  const help = command === undefined ? 'docket --help' : `docket ${command} --help`;
  const near = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(message)?.[1];
  const next = {
    zh: `${near ? `是否指 ${near}？` : ''}运行 ${help} 查看用法。`,
    en: `${near ? `Did you mean ${near}? ` : ''}Run ${help}.`,
  };
  const known: Readonly<Record<string, string>> = {
    'commander.unknownCommand': `没有命令 ${about}`,
    'commander.unknownOption': `没有选项 ${about}`,
    'commander.optionMissingArgument': `选项 ${about} 缺少值`,
    'commander.missingArgument': `缺少参数 ${about}`,
    'commander.invalidArgument': `选项 ${about} 没有“${/argument '(.*)' is invalid/.exec(message)?.[1] ?? ''}”这个值，可选：${choicesIn(message)}`,
    'commander.excessArguments': '参数过多',
  };
  const english = message
    .replace(/^error: /, '')
    .replace(/\n[\s\S]*$/, '')
    .replace(/\.?$/, '.');
  const first = english.charAt(0).toUpperCase() + english.slice(1);
  return { zh: `${known[code] ?? english}。${next.zh}`, en: `${first} ${next.en}` };
}

function choicesIn(message: string): string {
  return (/Allowed choices are (.*)\./.exec(message)?.[1] ?? '').replaceAll(', ', '、');
}
