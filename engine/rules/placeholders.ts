/** What stands in for words that nobody wrote. `doc/placeholder` speaks of it in finished records, and no other rule does then. */
import type { EntryPage } from './rule.ts';

/** As the whole of a section that must say something. */
const ALONE = /^(?:待补充|待填写|待完善|待定|同上|略|无|暂无|没有|TODO|TBD|XXX+|N\/A|\.{3,}|…+)[。.！!]?$/i;

export function isPlaceholder(content: string): boolean {
  return ALONE.test(content);
}

export function isFinished({ kind, entry }: EntryPage): boolean {
  return kind.states.get(entry.status ?? '')?.resting ?? false;
}
