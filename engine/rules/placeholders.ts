/**
 * Placeholder text in place of real content. `doc/placeholder` reports it in finished records, and then no other rule
 * does.
 */
import type { EntryPage } from './rule.ts';

/** Texts that are a placeholder when they are the whole content of a section. */
const ALONE = /^(?:待补充|待填写|待完善|待定|同上|略|无|暂无|没有|TODO|TBD|XXX+|N\/A|\.{3,}|…+)[。.！!]?$/i;

/** Whether a text consists only of a placeholder. */
export function isPlaceholder(content: string): boolean {
  return ALONE.test(content);
}

/** Whether the state of a record is one that its kind marks as `resting`: no further content is expected. */
export function isFinished({ kind, entry }: EntryPage): boolean {
  return kind.states.get(entry.status ?? '')?.resting ?? false;
}
