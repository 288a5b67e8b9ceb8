/** The language of the output: the one that was asked for, else the project's, else Chinese. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../engine/session/types.ts';
import { findRoot } from '../../host/project/root.ts';

/** `--lang`, then the environment; undefined leaves it to the project. */
export function askedLanguage(argv: readonly string[]): Language | undefined {
  const named = optionOf(argv, '--lang') ?? process.env['DOCKET_LANG'];
  if (named === undefined || named === '') return undefined;
  return named.startsWith('en') ? 'en' : 'zh';
}

/** For help and complaints, which come before any project is opened: a glance at docket.yml has to do. */
export function spokenLanguage(argv: readonly string[]): Language {
  const asked = askedLanguage(argv);
  if (asked !== undefined) return asked;
  try {
    const root = findRoot(optionOf(argv, '--cwd') ?? process.cwd());
    const config = root === undefined ? '' : readFileSync(path.join(root, 'docket.yml'), 'utf8');
    return /^language:\s*['"]?en/m.test(config) ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

function optionOf(argv: readonly string[], name: string): string | undefined {
  const glued = argv.find(arg => arg.startsWith(`${name}=`));
  if (glued !== undefined) return glued.slice(name.length + 1);
  const at = argv.indexOf(name);
  return at === -1 ? undefined : argv[at + 1];
}
