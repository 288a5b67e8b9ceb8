/** The paths of files with a fixed name: docket.yml and docket.lock. */
export { LOCK_PATH } from '../links/lock/lock.ts';
export { CONFIG_PATH } from '../model/config/projectConfig.ts';
