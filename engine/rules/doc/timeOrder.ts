import { offsetOf } from '../../measure/agreed/terms.ts';
import { dateOf, type Offset, parseInstant } from '../../measure/time/instant.ts';
import type { Data } from '../../model/entry.ts';
import type { Field, Fields } from '../../model/kinds/kinds.ts';
import { entryRule, type EntryPage, type Remark } from '../rule.ts';

export const timeOrder = entryRule({
  id: 'doc/time-order',
  says: { zh: '单据里的时间前后相接，不倒流。', en: 'The times of a record are in order.' },
  why: {
    zh: '响应早于受理、完成早于开始的记录不能计算时限，也说明时间不是当时记下的。',
    en: 'When the answer is earlier than the report no term can be measured, and the times were not written down when things happened.',
  },
  clauses: ['C5.1-02'],
  severity: 'error',
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nreported_at: 2026-05-20T09:42:00+08:00\nresponded_at: «2026-05-20T09:30:00+08:00»\nresolved_at: 2026-05-20T11:00:00+08:00\n---\n# 登录失败\n',
      },
      message: 'WX-2026-0001 的“响应时间”（2026-05-20 09:30）早于“受理时间”（2026-05-20 09:42）。',
    },
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\npauses:\n  - { from: 2026-05-20T10:00:00+08:00, to: «2026-05-19T10:00:00+08:00», reason: waiting_user }\n---\n# 登录失败\n',
      },
      message: 'WX-2026-0001 的“止”（2026-05-19 10:00）早于“起”（2026-05-20 10:00）。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nreported_at: 2026-05-20T09:42:00+08:00\nresponded_at: 2026-05-20T01:45:00Z\nresolved_at: 2026-05-20T11:00:00+08:00\n---\n# 登录失败\n',
        'people/staff/RY-001.md': '---\nentry_date: 2025-09-19\nleave_date: 2025-09-19\n---\n# 赵一\n',
      },
    },
  ],

  *check(page, { config }) {
    if (page.entry.broken) return;
    const offset = offsetOf(config);
    yield* inOrder(page, page.kind.fields, page.data, '', page.kind.times, offset);
    yield* spans(page, page.kind.fields, page.data, '', offset);
  },
});

/** Compares each typed time with the last one before it; missing times are skipped. */
function* inOrder(
  page: EntryPage,
  fields: Fields,
  data: Data,
  at: string,
  keys: readonly string[],
  offset: Offset,
): Iterable<Remark> {
  let before: { field: Field; value: string } | undefined;
  for (const key of keys) {
    const field = fields.byKey.get(key);
    const value = data[key];
    if (field === undefined || typeof value !== 'string' || !page.normalised.places.has(`${at}/${key}`)) continue;
    if (before !== undefined && isEarlier(value, before.value, offset)) yield report(page, at, field, value, before);
    else before = { field, value };
  }
}

/** Compares the two ends of everything with a beginning and an end: pauses, windows, shifts. */
function* spans(page: EntryPage, fields: Fields, data: Data, at: string, offset: Offset): Iterable<Remark> {
  for (const field of fields.byKey.values()) {
    const inner = field.of?.fields ?? field.fields;
    const value = data[field.key];
    if (inner === undefined || typeof value !== 'object' || value === null) continue;
    const maps = Array.isArray(value)
      ? value.map((map, n) => [map, `${at}/${field.key}/${n}`] as const)
      : [[value, `${at}/${field.key}`] as const];
    for (const [map, pointer] of maps)
      if (typeof map === 'object' && map !== null)
        yield* inOrder(page, inner, map as Data, pointer, ['from', 'to'], offset);
  }
}

/** Whether a time is earlier than another. Only days are compared when one of the two has no time of day. */
function isEarlier(value: string, before: string, offset: Offset): boolean {
  const [a, b] = [parseInstant(value), parseInstant(before)];
  if (a !== undefined && b !== undefined) return a < b;
  const [day, dayBefore] = [dateOf(value, offset), dateOf(before, offset)];
  return day !== undefined && dayBefore !== undefined && day < dayBefore;
}

function report(
  page: EntryPage,
  at: string,
  field: Field,
  value: string,
  before: { readonly field: Field; readonly value: string },
): Remark {
  const { id } = page.entry;
  const [now, then] = [shown(value), shown(before.value)];
  return {
    at: page.at(`${at}/${field.key}`),
    id,
    say: {
      zh: `${id} 的“${field.label.zh}”（${now}）早于“${before.field.label.zh}”（${then}）。`,
      en: `${field.label.en} of ${id} (${now}) is before ${before.field.label.en} (${then}).`,
    },
    related: [{ at: page.at(`${at}/${before.field.key}`), say: before.field.label }],
  };
}

function shown(value: string): string {
  return value.slice(0, 16).replace('T', ' ');
}
