/** The words for what a field may contain. */
import type { Words } from '../../base/words.ts';
import type { Catalogue, Field } from '../../model/kinds/kinds.ts';
import type { Described } from '../../model/schemas/jsonSchema.ts';
import { choices } from '../names.ts';

const FORMS: Readonly<Partial<Record<Field['type'], Words>>> = {
  date: { zh: '日期，如 2026-05-20', en: 'a day such as 2026-05-20' },
  datetime: {
    zh: '带时区的时间，如 2026-05-20T09:42:00+08:00',
    en: 'a time with its offset, such as 2026-05-20T09:42:00+08:00',
  },
  boolean: { zh: ' true 或 false', en: 'true or false' },
  version: {
    zh: '版本号，如 V1.3（写成数字 1.10 会变成 1.1，须加 V 或加引号）',
    en: 'a version such as V1.3 (a plain number loses its last zero: write the V, or quote it)',
  },
  sha256: { zh: ' 64 位十六进制的 SHA-256 摘要', en: 'a SHA-256 digest of 64 hexadecimal digits' },
  list: { zh: '列表', en: 'a list' },
  map: { zh: '“名称: 值”的组合', en: 'a map of names and values' },
  links: {
    zh: '关联类型和编号的组合，如 change: [BG-2026-0001]',
    en: 'relations with their ids such as change: [BG-2026-0001]',
  },
};

/** What a field should contain, as the end of a sentence “should be …”. */
export function expected(field: Field, kind: Described, catalogue: Catalogue): Words {
  if (field.type === 'number' || field.type === 'integer') return aNumber(field);
  if (field.type === 'state') return oneOf(choices(new Map([...kind.states].map(([key, { label }]) => [key, label]))));
  if (field.type === 'kind')
    return oneOf(choices(new Map([...catalogue.kinds].map(([key, { label }]) => [key, label]))));
  if (field.enum) return oneOf(choices(field.enum.values));
  if (field.pattern) return { zh: `符合 ${field.pattern} 的文字`, en: `text that matches ${field.pattern}` };
  if (field.type === 'list' && field.itemsMin !== undefined)
    return { zh: `至少 ${field.itemsMin} 项的列表`, en: `a list of at least ${field.itemsMin} item(s)` };
  return FORMS[field.type] ?? { zh: '文字', en: 'text' };
}

function oneOf({ zh, en }: Words): Words {
  return { zh: `以下之一：${zh}`, en: `one of ${en}` };
}

function aNumber({ type, min, max }: Field): Words {
  const sort = type === 'integer' ? { zh: '整数', en: 'a whole number' } : { zh: '数字', en: 'a number' };
  if (min !== undefined && max !== undefined)
    return { zh: ` ${min} 到 ${max} 之间的${sort.zh}`, en: `${sort.en} from ${min} to ${max}` };
  if (min !== undefined) return { zh: `不小于 ${min} 的${sort.zh}`, en: `${sort.en} not below ${min}` };
  if (max !== undefined) return { zh: `不大于 ${max} 的${sort.zh}`, en: `${sort.en} not above ${max}` };
  return sort;
}
