import type { Ticket } from '../../../docs-schema/generated/types.ts';
import { placeOf } from '../../model/entry.ts';
import { linkedIds } from '../linked.ts';
import { crossRule } from '../rule.ts';

const DEFECT = '---\nstatus: resolved\ncause_category: program_defect\n';

export const defectNeedsChange = crossRule<Ticket>({
  id: 'ticket/defect-needs-change',
  says: {
    zh: '原因是程序缺陷的维护任务处理单关联变更审批单。',
    en: 'A ticket caused by a program defect is linked to a change approval.',
  },
  why: {
    zh: '缺陷要修正，修正要经审批；没有审批单，就说不清缺陷改在哪个版本，还是根本没有改。',
    en: 'Defects are corrected under a change approval; without one it is unclear in which version, or whether at all.',
  },
  clauses: ['C3.3-01'],
  severity: 'error',
  kinds: ['ticket'],
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0011.md':
          DEFECT.replace('program_defect', '«program_defect»') + '---\n# 分页错误\n',
      },
      message:
        'WX-2026-0011 的原因是程序缺陷，却没有变更审批单；请在 links.change 写明，或在 no_change_reason 说明不改的理由。',
    },
    { good: { 'records/ticket/2026/WX-2026-0011.md': `${DEFECT}links:\n  change: [BG-2026-0005]\n---\n# 分页错误\n` } },
    {
      good: {
        'records/ticket/2026/WX-2026-0011.md': `${DEFECT}---\n# 分页错误\n`,
        'records/change-approval/2026/BG-2026-0005.md':
          '---\nstatus: approved\nlinks:\n  ticket: [WX-2026-0011]\n---\n# 修复分页\n',
      },
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0011.md': `${DEFECT}no_change_reason: 缺陷在已停用的旧门户\n---\n# 分页错误\n`,
      },
    },
    { good: { 'records/ticket/2026/WX-2026-0011.md': `${DEFECT.replace('resolved', 'processing')}---\n# 分页错误\n` } },
  ],

  *check(ticket, project) {
    const { id, data, broken } = ticket;
    if (broken || data.cause_category !== 'program_defect' || data.no_change_reason) return;
    if (!project.reached(ticket, 'resolved') || linkedIds(project, id, 'change', 'change-approval').size > 0) return;
    yield {
      at: placeOf(ticket, '/cause_category'),
      id,
      say: {
        zh: `${id} 的原因是程序缺陷，却没有变更审批单；请在 links.change 写明，或在 no_change_reason 说明不改的理由。`,
        en: `${id} was caused by a program defect but names no change approval: add links.change, or state in no_change_reason why nothing is changed.`,
      },
    };
  },
});
