/** Why a unit cannot be settled: code that it names is not there. */
import type { Words } from '../../engine/base/words.ts';
import { codeOf, isUnit } from '../../engine/links/code/bindings.ts';
import { type MissingCode, missingCode, symbolsIn, whatIsMissing } from '../../engine/links/code/missingCode.ts';
import { editDistance } from '../../engine/rules/nearest.ts';
import type { Project } from '../../engine/rules/project.ts';

/** Of these names all code that is not there, each with the symbol of its file that is most like it; undefined where all is there. */
export function whyNotSettled(names: readonly string[], { find, get }: Project): Words | undefined {
  const missing = names.flatMap(name => {
    const item = find(name)?.item;
    return item !== undefined && isUnit(item, get) ? missingCode(item, get) : [];
  });
  if (missing.length === 0) return undefined;
  const lines = missing.map(binding => lineOf(binding, symbolsIn(binding.path, get)));
  return {
    zh: `一处也没有核销：${lines.map(({ zh }) => zh).join('；')}。请改正设计单元的“代码”一行，再核销。`,
    en: `Nothing was settled: ${lines.map(({ en }) => en).join('; ')}. Correct the “Code” line of the unit, then settle it.`,
  };
}

function lineOf(binding: MissingCode, symbols: readonly string[]): Words {
  const what = whatIsMissing([binding]);
  if (binding.isUnreadable) return { zh: `${binding.unit}：${what.zh}`, en: `${binding.unit}: ${what.en}` };
  const like = mostLike(binding.symbol ?? '', symbols);
  const [zh, en] =
    like === undefined
      ? ['（这个文件里没有可以写的符号）', ' (no symbol of this file can be named)']
      : [`（最接近的是 ${like}）`, ` (the nearest there is ${like})`];
  return {
    zh: `${binding.unit} 写的 ${codeOf(binding)} 不存在${zh}`,
    en: `${binding.unit} names ${codeOf(binding)}, which is not there${en}`,
  };
}

function mostLike(name: string, symbols: readonly string[]): string | undefined {
  const [best] = symbols
    .map(symbol => ({ symbol, distance: editDistance(name, symbol) }))
    .toSorted((a, b) => a.distance - b.distance);
  return best?.symbol;
}
