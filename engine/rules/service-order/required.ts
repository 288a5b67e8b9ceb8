import type { Ticket } from '../../../docs-schema/generated/types.ts';
import { placeOf } from '../../model/entry.ts';
import { linkedIds } from '../linked.ts';
import { crossRule } from '../rule.ts';

const ORDER = '---\nstatus: done\nlinks:\n  ticket: [WX-2026-0010]\n---\n# 开通权限\n';

export const required = crossRule<Ticket>({
  id: 'service-order/required',
  says: {
    zh: '已解决的咨询和服务请求有服务工单。',
    en: 'A solved consultation or service request has a service order.',
  },
  why: {
    zh: '合同要求日常服务类的运维内容形成服务工单，定期由用户签字确认。',
    en: 'The contract requires service orders for daily services, which the user signs at regular intervals.',
  },
  clauses: ['C3.2-20'],
  severity: 'warning',
  kinds: ['ticket'],
  examples: [
    {
      bad: { 'records/ticket/2026/WX-2026-0010.md': '---\nstatus: resolved\nkind: «service»\n---\n# 开通权限\n' },
      message: 'WX-2026-0010 属“服务请求”，已解决但没有服务工单；请登记服务工单并写明关联工单 WX-2026-0010。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0010.md': '---\nstatus: closed\nkind: service\n---\n# 开通权限\n',
        'records/service-order/2026/FW-2026-0004.md': ORDER,
      },
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0010.md':
          '---\nstatus: closed\nkind: consult\nlinks:\n  service_order: [FW-2026-0004]\n---\n# 忘记口令\n',
      },
    },
    { good: { 'records/ticket/2026/WX-2026-0010.md': '---\nstatus: processing\nkind: service\n---\n# 开通权限\n' } },
    { good: { 'records/ticket/2026/WX-2026-0010.md': '---\nstatus: closed\nkind: fault\n---\n# 无法登录\n' } },
  ],

  *check(ticket, project) {
    const { id, data, broken } = ticket;
    if (broken || (data.kind !== 'consult' && data.kind !== 'service') || !project.reached(ticket, 'resolved')) return;
    if (linkedIds(project, id, 'service_order', 'service-order').size > 0) return;
    const kind = project.kind('ticket')?.fields.byKey.get('kind')?.enum?.values.get(data.kind);
    yield {
      at: placeOf(ticket, '/kind'),
      id,
      say: {
        zh: `${id} 属“${kind?.zh}”，已解决但没有服务工单；请登记服务工单并写明关联工单 ${id}。`,
        en: `${id} (${kind?.en}) is solved without a service order: register one that links to ${id}.`,
      },
    };
  },
});
