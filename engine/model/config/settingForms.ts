/** Forms of text in docket.yml (a duration, a number of workdays …): what may be written, what it means, how to say it. */
import type { Named, Shift, Term } from '../../../docs-schema/settingTypes.ts';
import { parseDate } from '../../base/day.ts';
import type { Words } from '../../base/words.ts';

/** A form of text: how it is read and how it is described to users. */
interface SettingForm<T> {
  /** The value as the engine uses it; undefined when the text is not understood. Text comes without blanks around it. */
  read(value: unknown): T | undefined;
  readonly words: Words;
  /** What editors check a written text by. */
  readonly pattern?: string;
  /** The TypeScript type of what `read` gives. */
  readonly type: string;
}

/** Up to four digits: a term is a matter of days, and no loop over it runs for long. */
const COUNT = '(\\d{1,4})';

function counted(units: string, words: Words, isBareNumber = true): SettingForm<number> {
  const pattern = `^${COUNT}\\s*(?:${units})${isBareNumber ? '?' : ''}$`;
  const form = new RegExp(pattern, 'i');
  return { pattern, words, type: 'number', read: value => numberAt(form, value) };
}

function numberAt(form: RegExp, value: unknown): number | undefined {
  const count = form.exec(String(value))?.[1];
  return count === undefined ? undefined : Number(count);
}

const DURATION = /^(\d{1,5}(?:\.\d{1,2})?)\s*(m|min|minutes?|分钟?|h|hours?|个?小时|d|workdays?|个?工作日)?$/i;

const duration: SettingForm<Term> = {
  pattern: DURATION.source,
  words: { zh: '时限，如 15m、4h、3 workdays、1小时、3个工作日', en: 'a term such as 15m, 4h or 3 workdays' },
  type: 'Term',
  read: value => {
    const [, digits, unit = ''] = DURATION.exec(String(value)) ?? [];
    if (digits === undefined) return undefined;
    const count = Number(digits);
    if (/^(h|个?小时)/i.test(unit)) return { minutes: count * 60 };
    return /^(d|w|个?工作日)/i.test(unit) ? { workdays: count } : { minutes: count };
  },
};

const SHIFT = /^([01]?\d|2[0-4]):([0-5]\d)\s*[-–~至]\s*([01]?\d|2[0-4]):([0-5]\d)$/;

const shift: SettingForm<Shift> = {
  pattern: SHIFT.source,
  words: { zh: '时段，如 08:30-12:00', en: 'a shift such as 08:30-12:00' },
  type: 'Shift',
  read: value => {
    const parts = SHIFT.exec(Array.isArray(value) ? value.join('-') : String(value));
    if (parts === null) return undefined;
    const [from, to] = [Number(parts[1]) * 60 + Number(parts[2]), Number(parts[3]) * 60 + Number(parts[4])];
    return from < to && to <= 1_440 ? [`${parts[1]}:${parts[2]}`, `${parts[3]}:${parts[4]}`] : undefined;
  },
};

const OFFSET = /^[+-](?:0\d|1[0-4]):[0-5]\d$/;

const offset: SettingForm<string> = {
  pattern: OFFSET.source,
  words: { zh: '与 UTC 的差，如 "+08:00"', en: 'an offset such as "+08:00"' },
  type: 'string',
  read: value => (OFFSET.test(String(value)) ? String(value) : undefined),
};

/** A day in the years that contracts are about. */
const YEARS = { first: '1970', last: '2199' };

/** A date, from 1970 to 2199. */
export const day: SettingForm<string> = {
  pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$',
  words: {
    zh: '存在的日期，写作年-月-日，如 2026-05-20',
    en: 'a day that exists, as year-month-day such as 2026-05-20',
  },
  type: 'string',
  read: value => {
    const date = parseDate(value);
    return date !== undefined && YEARS.first <= date.slice(0, 4) && date.slice(0, 4) <= YEARS.last ? date : undefined;
  },
};

/** `0.8` alone may mean 0.8 % or 80 %: with its sign it is clear. */
const PERCENT = /^((?!0\.\d*[1-9]\d*$)\d{1,6}(?:\.\d{1,4})?)\s*[%％]?$/;

const percent: SettingForm<number> = {
  pattern: PERCENT.source,
  words: { zh: '数字，如 95、95% 或 0.5%', en: 'a number such as 95, 95% or 0.5%' },
  type: 'number',
  read: value => numberAt(PERCENT, value),
};

/** A host, or an address of a repository on it: `ssh://git@10.1.2.3:22/…`, `git@git.example.cn:group/name.git`. */
const HOST = /^(?:[a-z][a-z+]*:\/\/)?(?:[^@/\s]+@)?(\[[\da-f:]+\]|[\w.-]+)(?:[:/]\S*)?$/i;

const host: SettingForm<string> = {
  pattern: HOST.source,
  words: { zh: '主机名，如 git.example.cn', en: 'a host such as git.example.cn' },
  type: 'string',
  read: value => (isText(value) ? HOST.exec(String(value).trim())?.[1]?.toLowerCase() : undefined),
};

/** `review`, `{ code: review, name: 审批流转 }` or `review: 审批流转`. */
const module: SettingForm<Named> = {
  words: {
    zh: '模块，如 review、{ code: review, name: 审批流转 } 或 review: 审批流转',
    en: 'a module such as review, { code: review, name: Review } or review: Review',
  },
  type: 'Named',
  read: value => {
    if (isText(value)) return { code: String(value), name: '' };
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const { code, name, ...others } = value as Readonly<Record<string, unknown>>;
    const rest = Object.entries(others);
    if (isText(code) && rest.length === 0) return { code: String(code), name: isText(name) ? String(name) : '' };
    const [first] = Object.entries(value);
    return first !== undefined &&
      rest.length === 1 &&
      code === undefined &&
      name === undefined &&
      (isText(first[1]) || first[1] === null)
      ? { code: first[0], name: String(first[1] ?? '') }
      : undefined;
  },
};

function isText(value: unknown): boolean {
  return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';
}

/** Any text here; that there is such a person is asked by a rule, which knows the staff records. */
const person: SettingForm<string> = {
  words: { zh: '人员的编号或姓名', en: 'the id or the name of a person' },
  type: 'string',
  read: value => (isText(value) ? String(value) : undefined),
};

/** All forms, by the name that `form:` of the description has. */
export const forms = {
  duration,
  workdays: counted('d|workdays?|个?工作日', {
    zh: '工作日数，如 5 workdays 或 5个工作日',
    en: 'a number of workdays such as 5 workdays',
  }),
  days: counted('d|days?|天|日', { zh: '天数，如 3 days 或 3天', en: 'a number of days such as 3 days' }),
  hours: counted('h|hours?|个?小时', { zh: '小时数，如 24h 或 24小时', en: 'a number of hours such as 24h' }),
  months: counted(
    'months?|个?月',
    { zh: '月数，如 12 months 或 12个月', en: 'a number of months such as 12 months' },
    false,
  ),
  shift,
  offset,
  percent,
  host,
  module,
  person,
} as const satisfies Readonly<Record<string, SettingForm<unknown>>>;

/** A name of a form. */
export type FormName = keyof typeof forms;
