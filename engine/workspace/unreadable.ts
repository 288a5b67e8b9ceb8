/** The reasons why a file cannot be read, in both languages. */
import type { Words } from '../base/words.ts';

/** Chinese text for each reason, by the English text that a host gives. */
const CHINESE: Readonly<Record<string, string>> = {
  'the merge left a conflict': '合并冲突没有解决，请解决后运行 git add',
  'two files have this name': '有两个文件的名称只差显示不出来的字节',
  'link leads out of the project': '链接指向项目之外',
  'links lead in a circle': '链接首尾相连',
  'no regular file': '不是普通文件',
  'no such file': '没有这个文件',
  'larger than 1 GB': '大于 1 GB',
  'not in this partial clone': '部分克隆中没有这个文件',
};

/** Chinese text for errors of the operating system, by the code at the start of the reason. */
const OF_SYSTEM: Readonly<Record<string, string>> = {
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  ELOOP: '链接首尾相连',
  EIO: '读取磁盘出错',
  EMFILE: '打开的文件太多',
  ENAMETOOLONG: '文件名太长',
};

/** `reason` is that of an unreadable `FileContent`. A reason that is not known here stays as the system gave it. */
export function unreadableWords(reason: string): Words {
  const code = /^E[A-Z]+(?=:)/.exec(reason)?.[0] ?? '';
  return { zh: CHINESE[reason] ?? OF_SYSTEM[code] ?? reason, en: reason };
}
