/** How a rule's severity and footing are called, on the command line and on the pages about rules. */
import type { Words } from '../engine/base/words.ts';
import type { Rule } from '../engine/rules/rule.ts';

const LEVELS: Readonly<Record<string, Words>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  off: { zh: '关闭', en: 'off' },
};

export function levelWords(level: string): Words {
  return LEVELS[level] ?? { zh: level, en: level };
}

/** `合同条款 C4.5-02`, or what else the rule rests on. */
export function footing({ clauses, basis }: Rule): Words {
  const list = (clauses ?? []).join('、');
  if (list !== '') return { zh: `合同条款 ${list}`, en: `contract clauses ${(clauses ?? []).join(', ')}` };
  return basis === 'standard' ? { zh: '国家或行业标准', en: 'a standard' } : { zh: '工程惯例', en: 'good practice' };
}
