/** The files of a project that have a meaning of their own, by path. */
export { LOCK_PATH } from '../links/lock.ts';
export { CONFIG_PATH } from '../model/project.ts';
