import type { ServiceOrder, SignoffBatch } from '../../../docs-schema/generated/types.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { placeOf } from '../../model/entry.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';

const sheet = (orders: string) =>
  `---\nstatus: signed\n---\n# 签字确认单\n\n## 工单清单\n\n| 工单编号 | 标题 |\n|---|---|\n${orders}`;
const order = (batch: string) => `---\nstatus: signed\nsignoff_batch: ${batch}\n---\n# 开通权限\n`;

export const signoffBatchComplete = crossRule<SignoffBatch>({
  id: 'service-order/signoff-batch-complete',
  says: {
    zh: '签字确认单所列的服务工单，正是登记在该批次的工单。',
    en: 'A sign-off sheet lists exactly the service orders that name it.',
  },
  why: {
    zh: '用户签的是清单；漏列的工单等于没有签，多列的工单签到了别的月份。',
    en: 'The user signs the list: a missing order is not signed, an extra one is signed for the wrong month.',
  },
  basis: 'practice',
  severity: 'error',
  kinds: ['signoff-batch'],
  examples: [
    {
      bad: {
        'records/signoff-batch/2026/QZ-2026-04.md': sheet('| FW-2026-0007 | 培训 |\n').replace(
          '| 工单编号 | 标题 |',
          '| «工单编号 | 标题» |',
        ),
        'records/service-order/2026/FW-2026-0007.md': order('QZ-2026-04'),
        'records/service-order/2026/FW-2026-0008.md': order('QZ-2026-04'),
      },
      message: 'QZ-2026-04 的清单缺少 FW-2026-0008，该工单登记在本批次。',
    },
    {
      bad: {
        'records/signoff-batch/2026/QZ-2026-04.md': sheet('| «FW-2026-0009» | 培训 |\n'),
        'records/service-order/2026/FW-2026-0009.md': order('QZ-2026-05'),
      },
      message: 'QZ-2026-04 列有 FW-2026-0009，而该工单登记在 QZ-2026-05；请核对后改正一处。',
    },
    {
      good: {
        'records/signoff-batch/2026/QZ-2026-04.md': sheet('| FW-2026-0007 | 培训 |\n| FW-2026-0008 | 白名单 |\n'),
        'records/rectification/2026/ZG-2026-001.md':
          '---\nstatus: open\nlinks:\n  signoff_batch: [QZ-2026-04]\n---\n# 补扫描件\n',
        'records/service-order/2026/FW-2026-0007.md': order('QZ-2026-04'),
        'records/service-order/2026/FW-2026-0008.md': '---\nstatus: done\n---\n# 接口白名单\n',
      },
    },
    {
      good: {
        'records/signoff-batch/2026/QZ-2026-04.md': '---\nstatus: generated\n---\n# 签字确认单\n',
        'records/service-order/2026/FW-2026-0007.md': order('QZ-2026-04'),
      },
    },
  ],

  *check(batch, project) {
    const { id, data, broken } = batch;
    const listed = rowsIn(data.orders).map(row => row.order);
    // Another rule reports a sheet without a list: it lacks a required field.
    if (broken || listed.length === 0) return;
    for (const missing of ordersNaming(id, project)) {
      if (listed.includes(missing)) continue;
      const say = {
        zh: `${id} 的清单缺少 ${missing}，该工单登记在本批次。`,
        en: `${id} does not list ${missing}, which names this sheet: add it, or correct the order.`,
      };
      yield { at: placeOf(batch, '/orders'), id, say };
    }
    for (const [n, order] of listed.entries()) {
      const other = order === undefined ? undefined : project.entry<ServiceOrder>(order)?.data.signoff_batch;
      if (other === undefined || other === id) continue;
      yield {
        at: placeOf(batch, `/orders/${n}/order`),
        id,
        say: {
          zh: `${id} 列有 ${order}，而该工单登记在 ${other}；请核对后改正一处。`,
          en: `${id} lists ${order}, which names ${other}: correct one of them.`,
        },
      };
    }
  },
});

/** Only service orders count: other records may name a sheet too, such as a rectification of its missing scan. */
function ordersNaming(id: string, project: Project): ReadonlySet<string> {
  const naming = project
    .linksTo(id)
    .filter(({ relation }) => relation === 'signoff_batch')
    .map(({ from }) => from);
  return new Set(naming.filter(from => project.entry(from)?.kind === 'service-order'));
}
