/** Asks whether to write. */
import { createInterface } from 'node:readline/promises';
import type { Language } from '../engine/session/types.ts';
import { HostError } from '../host/hostError.ts';

/** Without a terminal no question can be asked, and no answer is not a yes. */
export async function agreed(language: Language): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new HostError({
      zh: '没有终端可以确认：请加 --yes 写入，或加 --dry-run 只看内容。',
      en: 'There is no terminal to ask on: add --yes to write, or --dry-run to look.',
    });
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question({ zh: '写入？[Y/n] ', en: 'Write? [Y/n] ' }[language]);
  terminal.close();
  return /^\s*(y|yes|是|好)?\s*$/i.test(answer);
}
