/** The files of a project that have a meaning of their own, by path, and what a source has where no file is. */
export { LOCK_PATH } from '../links/lock.ts';
export { CONFIG_PATH } from '../model/project.ts';
export { ABSENT } from '../workspace/files.ts';
