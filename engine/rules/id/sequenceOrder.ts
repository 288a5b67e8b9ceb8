import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';
import { numberedId } from './sequences.ts';

export const sequenceOrder = crossRule({
  id: 'id/sequence-order',
  says: {
    zh: '编号大的单据不早于编号小的。',
    en: 'A record with a higher number is not older than one with a lower number.',
  },
  why: {
    zh: '编号按登记先后排列；号大日期早，说明单据是后来补的或日期改过。',
    en: 'Numbers follow the order of registration; a higher number with an earlier date looks as if it was added or changed afterwards.',
  },
  clauses: ['C3.2-04'],
  severity: 'warning',
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md': '---\ncreated: 2026-05-20\n---\n# 一\n',
        'records/ticket/2026/WX-2026-0002.md': '---\ncreated: «2026-05-12»\n---\n# 二\n',
      },
      message: 'WX-2026-0002 的日期 2026-05-12 早于前一号 WX-2026-0001 的 2026-05-20。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md': '---\ncreated: 2026-05-20\n---\n# 一\n',
        'records/ticket/2026/WX-2026-0002.md': '---\nreported_at: 2026-05-20T08:00:00+08:00\n---\n# 二\n',
      },
    },
  ],

  *check(entry, project) {
    const numbered = numberedId(project.kind(entry.kind), entry.id);
    const before = numbered && numbered.number > 1 ? project.entry(numbered.at(numbered.number - 1)) : undefined;
    const [day, dayBefore] = [entry.data['created'], before?.data['created']];
    if (before === undefined || typeof day !== 'string' || typeof dayBefore !== 'string' || dayBefore <= day) return;
    yield {
      at: placeOf(entry, '/created'),
      id: entry.id,
      say: {
        zh: `${entry.id} 的日期 ${day} 早于前一号 ${before.id} 的 ${dayBefore}。`,
        en: `${entry.id} is dated ${day}, before ${before.id} of ${dayBefore}, the number before it.`,
      },
      related: [{ at: placeOf(before as never, '/created'), say: { zh: '前一号在这里', en: 'The number before it' } }],
    };
  },
});
