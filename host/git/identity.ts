/** Who is working here, as git knows them. */
import { userInfo } from 'node:os';
import { git, listedNames } from './git.ts';

interface Identity {
  readonly name: string;
  readonly email: string;
}

/** Empty words where git has not been told. */
export function identityOf(root: string): Identity {
  // Of several the last one counts, as for git.
  const settings = new Map(listedNames(git(root, WHO).out).map(keyAndValue));
  return { name: settings.get('user.name') ?? '', email: settings.get('user.email') ?? '' };
}

export const WHO = ['config', '--null', '--get-regexp', '^user\\.(name|email)$'];

function keyAndValue(setting: string): readonly [string, string] {
  const [key = '', ...value] = setting.split('\n');
  return [key, value.join('\n').trim()];
}

/** The account on this machine; undefined where the system does not tell. */
export function accountName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}
