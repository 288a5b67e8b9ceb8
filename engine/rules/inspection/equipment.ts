/** Registered servers and databases without a measurement in an inspection. */
import type { Words } from '../../base/words.ts';
import type { Equipment } from '../../model/config/config.ts';
import type { EntryPage, Remark } from '../rule.ts';

/** One measured row: the name of a server or database, and the volume or tablespace. */
interface Measured {
  readonly name: string | undefined;
  readonly part: string | undefined;
}

/**
 * One report for each server or database in use on the day that lacks measurements. A special inspection covers only
 * its own object and gets none.
 */
export function* unmeasured(
  page: EntryPage,
  registered: readonly Equipment[],
  rows: readonly Measured[],
  pointer: string,
  what: Words,
): Iterable<Remark> {
  const { entry, data } = page;
  const date = String(data['date'] ?? '');
  // A record without rows lacks the whole table, and another rule reports that.
  if (rows.length === 0 || data['kind'] === 'special' || !page.reached('completed')) return;
  for (const equipment of registered.filter(one => isInUse(one, date))) {
    const own = rows.filter(({ name }) => name === equipment.name);
    const parts = equipment.parts.filter(part => !own.some(row => row.part === part));
    if (own.length > 0 && parts.length === 0) continue;
    const which = [equipment.name, ...(own.length > 0 ? parts : [])].join(' ');
    yield {
      at: page.at(pointer),
      id: entry.id,
      say: {
        zh: `${entry.id} 缺少 ${which} 的${what.zh}；docket.yml 登记该项在用，请补记或登记停用日期。`,
        en: `${entry.id} has no ${what.en} of ${which}, which is in use according to docket.yml: add it, or register the day it went out of use.`,
      },
    };
  }
}

function isInUse({ from, to }: Equipment, date: string): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}
