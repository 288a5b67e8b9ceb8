import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';
import { numberedId } from './sequences.ts';

export const sequenceGap = crossRule({
  id: 'id/sequence-gap',
  says: { zh: '一年之内编号连续，没有缺号。', en: 'The numbers of a kind have no gaps within a year.' },
  why: {
    zh: '缺号会被问“那一份哪里去了”；作废的号要留一份状态为作废的单据。',
    en: 'A missing number raises the question where that record is; a number that is not used keeps a record with the status void.',
  },
  clauses: ['C3.2-04'],
  severity: 'warning',
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: closed\n---\n# 一\n',
        'records/ticket/2026/WX-2026-0004.md': '---\nid: «WX-2026-0004»\nstatus: closed\n---\n# 四\n',
      },
      message: 'WX-2026-0004 之前缺号：WX-2026-0002 至 WX-2026-0003。作废的号请补一份状态为作废的单据。',
    },
    {
      bad: { 'records/ticket/2026/WX-2026-0002.md': '---\nid: «WX-2026-0002»\nstatus: closed\n---\n# 二\n' },
      message: 'WX-2026-0002 之前缺号：WX-2026-0001。作废的号请补一份状态为作废的单据。',
    },
    {
      good: {
        'records/ticket/2025/WX-2025-0001.md': '---\nstatus: closed\n---\n# 一\n',
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: void\n---\n# 一\n',
        'records/ticket/2026/WX-2026-0002.md': '---\nstatus: closed\n---\n# 二\n',
        'records/signoff-batch/2026/QZ-2026-05.md': '---\nstatus: generated\n---\n# 五月\n',
      },
    },
  ],

  *check(entry, project) {
    const numbered = numberedId(project.kind(entry.kind), entry.id);
    if (numbered === undefined || entry.broken) return;
    let first = numbered.number;
    while (first > 1 && project.find(numbered.at(first - 1)) === undefined) first -= 1;
    if (first === numbered.number) return;
    const [from, to] = [numbered.at(first), numbered.at(numbered.number - 1)];
    yield {
      at: placeOf(entry, '/id'),
      id: entry.id,
      say: {
        zh: `${entry.id} 之前缺号：${from === to ? from : `${from} 至 ${to}`}。作废的号请补一份状态为作废的单据。`,
        en: `Before ${entry.id} ${from === to ? `${from} is missing` : `${from} to ${to} are missing`}: add the record, or for an unused number a record with the status void.`,
      },
    };
  },
});
