/** A symbol as people are told of it: the second of three that are called alike is `run~2` by name, and `run (2nd)` in words. */
import type { Words } from '../base/words.ts';

/** The name of a symbol as a message says it: `run~2` is the second `run`. */
export function symbolWords(name: string): Words {
  return {
    zh: name.replace(NUMBER, '（第 $1 个）'),
    en: name.replace(NUMBER, (_, n: string) => ` (${n}${ENDINGS[ordinals.select(Number(n))]})`),
  };
}

/** As it is written in the code. */
export function bareName(name: string): string {
  return name.replace(NUMBER, '');
}

const NUMBER = /~(\d+)/g;

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

const ENDINGS: Readonly<Record<Intl.LDMLPluralRule, string>> = {
  zero: 'th',
  one: 'st',
  two: 'nd',
  few: 'rd',
  many: 'th',
  other: 'th',
};
