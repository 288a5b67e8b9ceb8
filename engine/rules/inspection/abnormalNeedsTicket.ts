import type { Inspection } from '../../../docs-schema/generated/types.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { entryRule } from '../rule.ts';

const checked = (ticket: string, result = '异常', status = 'completed') =>
  `---\nstatus: ${status}\n---\n# 巡检\n\n## 软件应用环境\n\n| 检查对象 | 检查项 | 实际情况 | 结果 | 处理单 |\n|---|---|---|---|---|\n| db02 | 主备同步 | 延迟 47 分钟 | ${result} | ${ticket} |\n`;
const XJ = 'records/inspection/2026/XJ-2026-W21.md';

export const abnormalNeedsTicket = entryRule<Inspection>({
  id: 'inspection/abnormal-needs-ticket',
  says: { zh: '巡检发现的每个异常都有处理单。', en: 'Every abnormal item of an inspection has a ticket.' },
  why: {
    zh: '合同要求及时排除巡检发现的问题；没有单据，异常就没有人负责处理。',
    en: 'The contract requires problems to be removed in time; without a ticket no person is responsible.',
  },
  clauses: ['C3.1.1-05'],
  severity: 'error',
  kinds: ['inspection'],
  examples: [
    {
      bad: { [XJ]: checked('', '«异常»') },
      message:
        'XJ-2026-W21 的检查项“db02 主备同步”异常，没有处理单；请登记维护任务处理单或服务工单，并填入“处理单”栏。',
    },
    { good: { [XJ]: checked('WX-2026-0006') } },
    { good: { [XJ]: checked('', '正常') } },
    { good: { [XJ]: checked('', '异常', 'draft') } },
  ],

  *check({ entry, data, reached, at }) {
    if (!reached('completed')) return;
    const { id } = entry;
    for (const [n, { target, item, result, ticket }] of rowsIn(data.items).entries()) {
      if (result !== 'abnormal' || ticket) continue;
      const zh = `${id} 的检查项“${target ?? ''} ${item ?? ''}”异常，没有处理单；请登记维护任务处理单或服务工单，并填入“处理单”栏。`;
      const en = `Item “${target ?? ''} ${item ?? ''}” of ${id} is abnormal and has no ticket: register one and name it in the row.`;
      yield { at: at(`/items/${n}/result`), id, say: { zh, en } };
    }
  },
});
