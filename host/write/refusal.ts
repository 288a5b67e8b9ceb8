/** Why a file of a plan was not written, in words that also say what to do. */
import type { Words } from '../../engine/base/words.ts';

type RefusalCode = keyof typeof WORDS;

/** Why a file was not written. */
export interface WriteRefusal {
  readonly code: RefusalCode;
  readonly says: Words;
}

const WORDS = {
  outside: { zh: '在项目目录之外，不写', en: 'it lies outside of the project' },
  link: { zh: '是符号链接；请改它指向的文件', en: 'it is a link; change the file it leads to' },
  folder: { zh: '这里是一个目录；请把它移开', en: 'there is a folder in its place; move it away' },
  special: { zh: '不是普通文件', en: 'it is no regular file' },
  blocked: {
    zh: '上级路径中有一处是文件，建不了目录',
    en: 'a folder above it cannot be made: there is a file in its place',
  },
  exists: { zh: '已有这个文件，不覆盖；请先改名或移开', en: 'there is such a file already; rename it or move it away' },
  missing: { zh: '文件已经不在；请重新运行命令', en: 'the file is gone; run the command again' },
  changed: {
    zh: '文件在此期间变了，没有覆盖；请重新运行命令',
    en: 'the file has changed since it was read; run the command again',
  },
  encoding: {
    zh: '不是 UTF-8 文本，改写会丢内容；请先转换编码',
    en: 'it is no UTF-8 text, and rewriting it would lose some of it; convert it first',
  },
  readOnly: { zh: '文件是只读的；请先取消只读', en: 'the file is read-only; allow writing first' },
  busy: { zh: '另一个 docket 正在写这个文件；请稍后重试', en: 'another docket is writing it; try again in a moment' },
  full: { zh: '磁盘已满；请腾出空间后重试', en: 'the disk is full; make room and try again' },
  denied: {
    zh: '没有写权限；请检查目录和文件的权限',
    en: 'writing is not permitted; check the permissions of the folder and the file',
  },
  readOnlyDisk: { zh: '所在磁盘是只读的', en: 'its disk is read-only' },
  tooLong: { zh: '文件名太长；请改短', en: 'its name is too long; shorten it' },
  together: {
    zh: '同一次改动中有别的文件写不了，所以也没有写',
    en: 'another file of the same change was refused, so it was left too',
  },
  failed: { zh: '系统报错', en: 'the system refused it' },
} as const satisfies Readonly<Record<string, Words>>;

const SYSTEM: Readonly<Record<string, RefusalCode>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'readOnlyDisk',
  ENAMETOOLONG: 'tooLong',
  ENOTDIR: 'blocked',
  EISDIR: 'folder',
  EEXIST: 'blocked',
  ENOENT: 'missing',
};

/** A refusal by its code, with its words. */
export function refusal(code: RefusalCode): WriteRefusal {
  return { code, says: WORDS[code] };
}

/** What the system said, by its code. */
export function refusalFrom(error: unknown): WriteRefusal {
  const { code = '' } = error as NodeJS.ErrnoException;
  const known = SYSTEM[code];
  if (known !== undefined) return refusal(known);
  const why = code || (error instanceof Error ? error.name : String(error));
  return { code: 'failed', says: { zh: `${WORDS.failed.zh}（${why}）`, en: `${WORDS.failed.en} (${why})` } };
}
