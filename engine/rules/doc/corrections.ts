/** Corrections of values in a wrong form whose meaning is clear. */
import type { Field } from '../../model/kinds/kinds.ts';
import { parseDate } from '../../measure/time/date.ts';

/**
 * The value that was clearly meant; undefined when more than one meaning is possible. `offset` is that of the project,
 * such as `+08:00`.
 */
export function corrected(field: Field, value: unknown, offset: string): unknown {
  const text = String(value).trim();
  switch (field.type) {
    case 'date':
      return dateIn(text);
    case 'datetime':
      return momentIn(text, offset);
    case 'version':
      return /^[vV]?\d+(\.\d+){1,3}$/.test(text) ? `V${text.replace(/^v/i, '')}` : undefined;
    case 'sha256':
      return /^[0-9a-f]{64}$/i.test(text) ? text.toLowerCase() : undefined;
    case 'boolean':
      return /^(是|有|yes|y)$/i.test(text) ? true : /^(否|无|no|n)$/i.test(text) ? false : undefined;
    case 'number':
    case 'integer':
      return numberIn(text, field.type);
    default:
      return undefined;
  }
}

/** A day written `2026/5/20`, `2026年5月20日` or `2026.05.20`. */
function dateIn(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** `2026-05-20 09:42` and similar lack only the offset, which docket.yml gives. */
function momentIn(text: string, offset: string): string | undefined {
  const [, day, hour, minute, second = '00', zone = offset] =
    /^(.+?)[T\s]\s*(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?\s*(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  const date = dateIn(day ?? '');
  if (date === undefined || hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${date}T${hour.padStart(2, '0')}:${minute}:${second}${zone}`;
}

/** A number written `1,024` or `80 %`. `3 人` is not corrected: a person has to decide. */
function numberIn(text: string, type: 'number' | 'integer'): number | undefined {
  const digits = text.replace(/[,，\s]|[%％]$/g, '');
  if (!/^[-+]?\d+(\.\d+)?$/.test(digits)) return undefined;
  const found = Number(digits);
  return type === 'integer' && !Number.isInteger(found) ? undefined : found;
}
