import type { Staff, Ticket } from '../../../docs-schema/generated/types.ts';
import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';

export const acceptorFirstLine = crossRule<Ticket>({
  id: 'ticket/acceptor-first-line',
  says: { zh: '受理人是一线人员。', en: 'The person who accepts a ticket belongs to the first line.' },
  why: {
    zh: '合同要求一线人员直接受理用户提出的各类问题。',
    en: 'The contract requires the first line to accept every problem of the users.',
  },
  clauses: ['C4.1-02'],
  severity: 'warning',
  kinds: ['ticket'],
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: accepted\naccepted_by: «RY-010»\n---\n# 登录失败\n',
        'people/staff/RY-010.md': '---\nstatus: active\nname: 褚十一\nline: 2\n---\n',
      },
      message: 'WX-2026-0001 的受理人 RY-010 褚十一是二线人员；应由一线人员受理后升级。',
    },
    {
      bad: {
        'docket.yml': 'people: [{ id: A-02, name: 何科长 }]\n',
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: accepted\naccepted_by: «A-02»\n---\n# 登录失败\n',
      },
      message: 'WX-2026-0001 的受理人 A-02 何科长是甲方人员；应由一线人员受理后升级。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: accepted\naccepted_by: RY-002\n---\n# 登录失败\n',
        'people/staff/RY-002.md': '---\nstatus: active\nname: 钱二\nline: 1\n---\n',
      },
    },
    {
      good: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: accepted\naccepted_by: RY-099\n---\n# 登录失败\n' },
    },
  ],

  *check(ticket, project) {
    const { accepted_by } = ticket.data;
    if (ticket.broken || accepted_by === undefined || !project.reached(ticket, 'registered')) return;
    const client = project.config.people.find(({ id }) => id === accepted_by);
    const staff = project.entry<Staff>(accepted_by);
    // ref/person-unknown reports unknown people.
    if (client === undefined && (staff?.kind !== 'staff' || String(staff.data.line) !== '2')) return;
    const name = client?.name ?? staff?.data.name ?? '';
    const who = client ? { zh: '甲方人员', en: 'of the purchaser' } : { zh: '二线人员', en: 'of the second line' };
    yield {
      at: placeOf(ticket, '/accepted_by'),
      id: ticket.id,
      say: {
        zh: `${ticket.id} 的受理人 ${accepted_by} ${name}是${who.zh}；应由一线人员受理后升级。`,
        en: `${ticket.id} was accepted by ${accepted_by} ${name}, ${who.en}: check the acceptor; the first line accepts tickets and escalates them.`,
      },
    };
  },
});
