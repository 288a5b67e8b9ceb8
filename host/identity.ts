/** Who is working here, as git knows them. */
import { userInfo } from 'node:os';
import { git } from './git.ts';

export interface Identity {
  readonly name: string;
  readonly email: string;
}

/** Empty words where git has not been told. */
export function identityOf(root: string): Identity {
  return { name: configured(root, 'user.name'), email: configured(root, 'user.email') };
}

function configured(root: string, key: string): string {
  const { ok, out } = git(root, ['config', '--get', key]);
  return ok ? out.toString('utf8').trim() : '';
}

/** The account on this machine; undefined where the system does not tell. */
export function accountName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}
