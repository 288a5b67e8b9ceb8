import type { DataFix, Ticket } from '../../../docs-schema/generated/types.ts';
import { placeOf } from '../../model/entry.ts';
import { linkedIds } from '../linked.ts';
import { crossRule } from '../rule.ts';

const SJ = 'records/data-fix/2026/SJ-2026-001.md';
const WX = 'records/ticket/2026/WX-2026-0003.md';
const fix = (rest = '', cause = 'program_defect') => `---\nstatus: analyzed\ncause: ${cause}\n${rest}---\n# 证照重号\n`;
const TICKET = 'links:\n  ticket: [WX-2026-0003]\n';

export const defectLink = crossRule<DataFix>({
  id: 'data-fix/defect-link',
  says: {
    zh: '程序缺陷造成的异常数据关联缺陷的维护任务处理单。',
    en: 'A data fix caused by a program defect is linked to the ticket of that defect.',
  },
  why: {
    zh: '只改数据不改程序，异常还会再来；关联缺陷单，才看得出根源有没有修正。',
    en: 'When only the data is corrected, the error comes back; the ticket shows whether the defect itself was fixed.',
  },
  clauses: ['C3.1.5-01'],
  severity: 'error',
  kinds: ['data-fix'],
  examples: [
    {
      bad: { [SJ]: fix('', '«program_defect»') },
      message: 'SJ-2026-001 的异常原因是程序缺陷，却没有关联缺陷的维护任务处理单；请在 links.ticket 写明。',
    },
    {
      bad: {
        [SJ]: fix(TICKET, '«program_defect»'),
        [WX]: '---\nstatus: closed\ncause_category: business_error\n---\n# 重号\n',
      },
      message:
        'SJ-2026-001 的异常原因是程序缺陷，所关联的 WX-2026-0003 却没有一件以程序缺陷为原因；请核对原因，或关联缺陷单。',
    },
    { good: { [SJ]: fix(TICKET), [WX]: '---\nstatus: closed\ncause_category: program_defect\n---\n# 重号\n' } },
    // The ticket is not analysed yet, so its cause is still open.
    { good: { [SJ]: fix(TICKET), [WX]: '---\nstatus: processing\n---\n# 重号\n' } },
    { good: { [SJ]: fix(), [WX]: '---\nstatus: processing\nlinks:\n  data_fix: [SJ-2026-001]\n---\n# 重号\n' } },
    { good: { [SJ]: fix('', 'business_error') } },
    { good: { [SJ]: fix().replace('analyzed', 'requested') } },
  ],

  *check(entry, project) {
    const { id, data, broken } = entry;
    if (broken || data.cause !== 'program_defect' || !project.reached(entry, 'analyzed')) return;
    const tickets = [...linkedIds(project, id, 'ticket', 'ticket')];
    const at = placeOf(entry, '/cause');
    if (tickets.length === 0) {
      const zh = `${id} 的异常原因是程序缺陷，却没有关联缺陷的维护任务处理单；请在 links.ticket 写明。`;
      const en = `${id} was caused by a program defect but is linked to no ticket: name the ticket under links.ticket.`;
      yield { at, id, say: { zh, en } };
      return;
    }
    const causes = tickets.map(ticket => project.entry<Ticket>(ticket)?.data.cause_category ?? 'program_defect');
    if (causes.includes('program_defect')) return;
    const zh = `${id} 的异常原因是程序缺陷，所关联的 ${tickets.join('、')} 却没有一件以程序缺陷为原因；请核对原因，或关联缺陷单。`;
    const en = `${id} was caused by a program defect, but none of ${tickets.join(', ')} has that cause: check the cause or link the ticket of the defect.`;
    yield { at, id, say: { zh, en } };
  },
});
