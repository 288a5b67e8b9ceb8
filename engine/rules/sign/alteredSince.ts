/**
 * What of a signed record is no longer as it was signed. What was empty then may be filled in, and lists may have grown: a form
 * goes on after the approval on it. What stood there stays.
 */
import type { Words } from '../../base/words.ts';
import type { Document } from '../../documents/document.ts';
import { saidIn } from '../../model/read/headings.ts';
import type { PlacedRecord } from '../recordIn.ts';

/** The field or section, by its name; undefined when everything signed still stands. */
export function alteredSince(then: PlacedRecord, now: PlacedRecord): Words | undefined {
  return alteredField(then, now) ?? alteredSection(then, now);
}

/** A record lives through its states, and every signature stands for itself. */
const FREE: ReadonlySet<string> = new Set(['status', 'signatures']);

/** Only what was typed: computed values follow it. */
function alteredField({ placed: { entry, kind, normalised } }: PlacedRecord, now: PlacedRecord): Words | undefined {
  const data = now.placed.entry.data;
  const keys = Object.keys(entry.data).filter(key => !FREE.has(key) && normalised.places.has(`/${key}`));
  const altered = keys.find(key => !stands(entry.data[key], data[key]));
  return altered === undefined ? undefined : (kind.fields.byKey.get(altered)?.label ?? { zh: altered, en: altered });
}

function stands(then: unknown, now: unknown): boolean {
  if (then === null || then === undefined || then === '') return true;
  if (typeof then !== 'object') return then === now;
  if (typeof now !== 'object' || now === null) return false;
  return Object.entries(then).every(([key, value]) => stands(value, (now as Readonly<Record<string, unknown>>)[key]));
}

/** A row of a journal has no sections of its own. */
function alteredSection(then: PlacedRecord, now: PlacedRecord): Words | undefined {
  if (then.placed.entry.row !== undefined) return undefined;
  const texts = textsIn(now.page.document);
  const altered = [...textsIn(then.page.document)].find(
    ([title, text]) => text !== '' && text !== texts.get(title),
  )?.[0];
  return altered === undefined ? undefined : altered === '' ? { zh: '正文', en: 'text' } : { zh: altered, en: altered };
}

/** What stands under each heading and before the first; spaces and line ends tell nothing. */
function textsIn({ text, head, sections }: Document): ReadonlyMap<string, string> {
  const parts = [
    ['', text.slice(head.end, sections[0]?.titleSpan.start)],
    ...sections.map(({ title, own }) => [title, text.slice(own.start, own.end)]),
  ] as const;
  const texts = new Map<string, string>();
  for (const [title, part] of parts)
    texts.set(title, `${texts.get(title) ?? ''} ${saidIn(part).replace(/\s+/g, ' ')}`.trim());
  return texts;
}
