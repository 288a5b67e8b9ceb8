/**
 * Which part of a signed record changed after the signature. Empty parts may be filled in and lists may grow: a form
 * continues after its approval. Content that was there must stay.
 */
import type { Words } from '../../base/words.ts';
import type { Document } from '../../documents/document.ts';
import { saidIn } from '../../model/read/headings.ts';
import type { PlacedRecord } from '../recordIn.ts';

/** The name of the changed field or section; undefined when all signed content is unchanged. */
export function alteredSince(then: PlacedRecord, now: PlacedRecord): Words | undefined {
  return alteredField(then, now) ?? alteredSection(then, now);
}

/** Fields that may change: the state moves on, and each signature is judged by itself. */
const FREE: ReadonlySet<string> = new Set(['status', 'signatures']);

/** The name of the first changed field. Only typed values are compared: computed values follow from them. */
function alteredField({ placed: { entry, kind, normalised } }: PlacedRecord, now: PlacedRecord): Words | undefined {
  const data = now.placed.entry.data;
  const keys = Object.keys(entry.data).filter(key => !FREE.has(key) && normalised.places.has(`/${key}`));
  const altered = keys.find(key => !isKept(entry.data[key], data[key]));
  return altered === undefined ? undefined : (kind.fields.byKey.get(altered)?.label ?? { zh: altered, en: altered });
}

function isKept(then: unknown, now: unknown): boolean {
  if (then === null || then === undefined || then === '') return true;
  if (typeof then !== 'object') return then === now;
  if (typeof now !== 'object' || now === null) return false;
  return Object.entries(then).every(([key, value]) => isKept(value, (now as Readonly<Record<string, unknown>>)[key]));
}

/** The name of the changed section; undefined for a row of a journal, which has no sections of its own. */
function alteredSection(then: PlacedRecord, now: PlacedRecord): Words | undefined {
  if (then.placed.entry.row !== undefined) return undefined;
  const texts = textsIn(now.page.document);
  const altered = [...textsIn(then.page.document)].find(
    ([title, text]) => text !== '' && text !== texts.get(title),
  )?.[0];
  return altered === undefined ? undefined : altered === '' ? { zh: '正文', en: 'text' } : { zh: altered, en: altered };
}

/** The text below each heading and before the first one; spaces and line ends do not count. */
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
