/** Values of docket.yml that are not understood, in words: what is written, what may be, what was meant, what it counts as. */
import { atKey, atValue } from '../../model/place.ts';
import type { Words } from '../../base/words.ts';
import { parseDate } from '../../base/day.ts';
import { day, forms } from '../../model/config/settingForms.ts';
import type { Catalogue, Field } from '../../model/kinds/kinds.ts';
import { CONFIG_PATH } from '../../model/config/projectConfig.ts';
import { readScalar, type SettingFault } from '../../model/config/readSettings.ts';
import { LONGEST, type SpanFault } from '../../model/config/datedSpans.ts';
import { expected } from '../doc/expected.ts';
import { quotable } from '../runner/mask.ts';
import type { Remark } from '../rule.ts';

const NO_KIND = { key: 'docket', label: { zh: '', en: '' }, states: new Map() } as const;

/** A value that is not understood; with a fix where it is plain what was meant. */
export function wrongSetting({ pointer, field, value, near, counts }: SettingFault, catalogue: Catalogue): Remark {
  const should = mayBe(field, catalogue);
  const typed = quotable(typeof value === 'object' ? JSON.stringify(value) : String(value));
  const meant = near ?? meantBy(field, value);
  const [zh, en] = [meant ? `是否指 ${meant}？` : '', meant ? ` Did you mean ${meant}?` : ''];
  const colon = isColonWide(field, value) ? WIDE_COLON : { zh: '', en: '' };
  const [until, untilEn] =
    counts === undefined
      ? ['', '']
      : [`改正之前按 ${asWritten(counts)} 处理。`, ` Until it is corrected it counts as ${asWritten(counts)}.`];
  const at = atValue(CONFIG_PATH, pointer);
  return {
    at,
    say: {
      zh: `“${field.label.zh}”写作“${typed}”，应为${should.zh}。${zh}${colon.zh}${until}`,
      en: `${field.label.en} says “${typed}” but should be ${should.en}.${en}${colon.en}${untilEn}`,
    },
    fixes: meant
      ? [
          {
            title: { zh: `改为 ${meant}`, en: `Change to ${meant}` },
            safe: false,
            edits: [{ do: 'set', at: atValue(CONFIG_PATH, pointer), value: meant }],
          },
        ]
      : [],
  };
}

/** Two days in the wrong order, or too far apart. */
export function wrongSpan({ pointer, fault, from, to }: SpanFault): Remark {
  const say =
    fault === 'order'
      ? {
          zh: `起始日期 ${from} 晚于截止日期 ${to}：请核对两个日期。`,
          en: `It begins on ${from}, after its end on ${to}: check both days.`,
        }
      : {
          zh: `服务期 ${from} 至 ${to} 超过 ${LONGEST} 年：请核对两个日期。`,
          en: `The period ${from} to ${to} is longer than ${LONGEST} years: check both days.`,
        };
  return { at: atKey(CONFIG_PATH, pointer), say };
}

/** A key and a value with a colon of full width between them are one text. */
function isColonWide({ type }: Field, value: unknown): boolean {
  return type === 'map' && typeof value === 'string' && /^[^\s：]+：/.test(value);
}

/** What to do about a colon of full width. */
export const WIDE_COLON: Words = {
  zh: '全角冒号“：”要改为半角冒号加空格。',
  en: ' Write “: ” instead of the full-width colon “：”.',
};

function asWritten(counts: unknown): string {
  if (typeof counts !== 'object' || counts === null) return String(counts);
  return Object.entries(counts)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ');
}

function mayBe(field: Field, catalogue: Catalogue): Words {
  if (field.form) {
    const { words } = forms[field.form];
    const [low, high] = [field.min, field.max];
    if (low === undefined || high === undefined) return words;
    return { zh: `${words.zh}，${low} 到 ${high} 之间`, en: `${words.en}, from ${low} to ${high}` };
  }
  if (field.type === 'date') return day.words;
  if (field.min !== undefined && field.min === field.max) return { zh: ` ${field.min}`, en: `${field.min}` };
  const should = expected(field, { ...NO_KIND, fields: { byKey: new Map(), named: new Map() } }, catalogue);
  if (field.enum && field.pattern)
    return { zh: `${should.zh}，或 release+5d 的形式`, en: `${should.en}, or like release+5d` };
  if (field.type !== 'map' || field.fields === undefined) return should;
  const some = [...field.fields.byKey.keys()].slice(0, 2).map(key => `${key}: …`);
  return { zh: ` { ${some.join(', ')} } 的形式`, en: `like { ${some.join(', ')} }` };
}

/** What a person reads without effort: digits and marks of full width, `0.8` for 80%, and dates. */
function meantBy(field: Field, value: unknown): string | undefined {
  if (typeof value === 'object') return undefined;
  const plain = String(value).normalize('NFKC').trim();
  const isPlain = plain !== String(value) && field.type !== 'map' && readScalar(field, plain) !== undefined;
  if (isPlain) return plain;
  if (field.form === 'percent' && /^0\.\d{1,2}$/.test(plain)) return `${Math.round(Number(plain) * 100)}%`;
  return field.type === 'date' ? dateMeant(plain) : undefined;
}

/** `2025/10/1`, `2025年10月1日`, `20251001`, a letter O for a zero. */
function dateMeant(text: string): string | undefined {
  const digits = text.replace(/[Oo]/g, '0');
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(digits) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(digits);
  return parts === null
    ? undefined
    : parseDate(`${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`);
}
