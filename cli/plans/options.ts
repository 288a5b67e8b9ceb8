/** Options that every writing command has. */
import type { Option } from '../command.ts';

export const DRY_RUN: Option = {
  flags: '--dry-run',
  says: { zh: '只显示改动，不写文件', en: 'show the changes and write nothing' },
};

/** For commands whose output has no other formats. */
export const PLAN_FORMAT: Option = {
  flags: '--format <name>',
  says: {
    zh: '输出格式；json 为计划和结果：path、action、before、after、outcome',
    en: 'format of the output; json: the plan and its outcome, with path, action, before, after',
  },
  choices: ['pretty', 'json'],
  default: 'pretty',
};
