/** The files of a project that have a meaning of their own, by path. */
export { LOCK_PATH } from '../links/lock/lock.ts';
export { CONFIG_PATH } from '../model/config/projectConfig.ts';
