/**
 * Values a person may leave out, computed from what the document or its name already says. A kind names them with
 * `derived: NAME`; typed values stay and must agree (`doc/derived-agrees`).
 */
import { stemOf } from '../base/text.ts';
import type { Document } from '../documents/document.ts';
import type { Data } from './entry.ts';
import { valueAt } from './entry.ts';
import type { Kind } from './kinds.ts';
import { withoutNumber } from './headings.ts';

export interface DeriveFrom {
  readonly document: Document;
  readonly kind: Kind;
  /** Systems of the project. */
  readonly systems: readonly string[];
  /** The whole record, for a value of the record; the record's map around it, for a value inside a list. */
  readonly data: Data;
  readonly record: Data;
}

export const derivations: Readonly<Record<string, (from: DeriveFrom) => unknown>> = {
  id_of_path: ({ document, kind }) => idInName(stemOf(document.path), kind),
  kind_of_path: ({ kind }) => kind.key,
  first_heading: ({ document }) => withoutNumber(document.sections.find(({ level }) => level === 1)?.title ?? '') || undefined,
  only_system: ({ systems }) => (systems.length === 1 ? systems[0] : undefined),
  day_of_event: ({ record, kind }) => dayOf(valueAt(record, kind.event ?? '')),
  day_of_first_revision: ({ record }) => dayOf(rows(record['revisions'])[0]?.['date']),
  reopenings: ({ record }) => rows(record['handling']).filter(row => /重开|reopen/i.test(String(row['content'] ?? ''))).length,
  usage_gb: ({ data }) => percent(data['used_gb'], data['total_gb']),
  usage_mb: ({ data }) => percent(data['used_mb'], data['total_mb']),
  outage_minutes: ({ record }) => minutesBetween(record['occurred_at'] ?? record['reported_at'], record['recovered_at']),
};

/** `WX-2026-0003-登录失败` → `WX-2026-0003` when the kind knows its ids; else the whole name. */
function idInName(stem: string, kind: Kind): string {
  if (kind.idSource === undefined) return stem;
  return new RegExp(`^(?:${kind.idSource})(?=-|$)`).exec(stem)?.[0] ?? stem;
}

function dayOf(value: unknown): string | undefined {
  return typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] : undefined;
}

function rows(value: unknown): readonly Data[] {
  return Array.isArray(value) ? value.filter((row): row is Data => typeof row === 'object' && row !== null) : [];
}

/** Two decimals, as people write a usage. */
function percent(part: unknown, whole: unknown): number | undefined {
  if (typeof part !== 'number' || typeof whole !== 'number' || whole === 0) return undefined;
  return Math.round((part / whole) * 10_000) / 100;
}

function minutesBetween(from: unknown, to: unknown): number | undefined {
  const minutes = (Date.parse(String(to)) - Date.parse(String(from))) / 60_000;
  return Number.isFinite(minutes) ? Math.round(minutes) : undefined;
}
