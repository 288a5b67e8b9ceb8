/** Symbols that a unit names and that do not exist in its files. Such a unit cannot be reviewed or settled. */
import type { Get } from '../../base/queries.ts';
import type { Words } from '../../base/words.ts';
import { languageNameOf } from '../../code/languages/table.ts';
import { codeSource } from '../../code/sourceOf.ts';
import type { Item } from '../../model/entry.ts';
import { boundBy } from '../lock/lockAt.ts';
import { type Binding, codeOf } from './bindings.ts';
import { codeSignature } from './codeSignature.ts';

/** A binding to a symbol that cannot be found. */
export interface MissingCode extends Binding {
  /** The symbols of its file cannot be told, so this one may be there. */
  readonly isUnreadable: boolean;
}

/** The bindings of an item to symbols that cannot be found, in the order in which the item names them. */
export function missingCode(item: Item, get: Get): readonly MissingCode[] {
  return boundBy(item, get)
    .filter(binding => binding.symbol !== undefined && get(codeSignature, codeOf(binding)) === undefined)
    .map(binding => ({ ...binding, isUnreadable: isUnreadable(binding, get) }));
}

/** The names in a file that a unit can be bound to: classes and functions, then constants and the like. */
export function symbolsIn(path: string, get: Get): readonly string[] {
  const { symbols = [], values = [] } = get(codeSource, path) ?? {};
  return [...symbols, ...values].map(({ name }) => name);
}

/** What is wrong with symbols that a unit names: the same words wherever it is said. A part of a sentence about the unit. */
export function whatIsMissing(missing: readonly MissingCode[]): Words {
  const gone = missing.filter(({ isUnreadable }) => !isUnreadable).map(codeOf);
  const unread = missing.filter(one => one.isUnreadable).map(codeOf);
  const parts: readonly Words[] = [
    ...(gone.length === 0
      ? []
      : [
          {
            zh: `它写的 ${gone.join('、')} 不存在`,
            en: `${gone.join(', ')}, which it names, is not there`,
          },
        ]),
    ...(unread.length === 0
      ? []
      : [
          {
            zh: `它写的 ${unread.join('、')} 读不出来（文件过大、一行过长或嵌套过深，认不出符号）`,
            en: `${unread.join(', ')}, which it names, cannot be read (the file is too large, or has too long a line or too deep a nesting, to tell its symbols)`,
          },
        ]),
  ];
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}

/** A file of code that is there and of which no person could read the structure. */
function isUnreadable({ path }: Binding, get: Get): boolean {
  return languageNameOf(path) !== undefined && (get(codeSource, path)?.isUnreadable ?? true);
}
