import type { Inspection } from '../../../docs-schema/generated/types.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const checked = (row: string) =>
  `---\nstatus: completed\nkind: weekly\n---\n# 巡检\n\n## 软件运行情况\n\n| 检查对象 | 检查项 | 实际情况 | 结果 | 处理单 |\n|---|---|---|---|---|\n${row}`;
const XJ = 'records/inspection/2026/XJ-2026-W21.md';

export const itemResultRequired = entryRule<Inspection>({
  id: 'inspection/item-result-required',
  says: {
    zh: '每个检查项都有结果，异常的写明实际情况。',
    en: 'Every item of an inspection has a result, and an abnormal item describes what was seen.',
  },
  why: {
    zh: '合同要求检查系统是否运行正常、有无异常情况；只写“异常”不写现象，后续无从处理。',
    en: 'The contract asks whether the systems run normally; “abnormal” without a description helps no reader.',
  },
  clauses: ['C3.1.1-04'],
  severity: 'error',
  kinds: ['inspection'],
  examples: [
    { bad: { [XJ]: checked('«| ZZGL | 登录 | 1.2 秒 | | |»\n') }, message: 'XJ-2026-W21 缺少“结果”（result）。' },
    {
      bad: { [XJ]: checked('| db02 | 主备同步 | | «异常» | WX-2026-0006 |\n') },
      message: 'XJ-2026-W21 的检查项“db02 主备同步”异常，请写明实际情况。',
    },
    {
      good: { [XJ]: checked('| ZZGL | 登录 | | 正常 | |\n| db02 | 主备同步 | 延迟 47 分钟 | 异常 | WX-2026-0006 |\n') },
    },
  ],

  *check(page) {
    yield* unmetFor('inspection/item-result-required', page);
    const { id } = page.entry;
    for (const [n, { target, item, result, actual }] of rowsIn(page.data.items).entries()) {
      if (result !== 'abnormal' || actual) continue;
      const zh = `${id} 的检查项“${target ?? ''} ${item ?? ''}”异常，请写明实际情况。`;
      const en = `Item “${target ?? ''} ${item ?? ''}” of ${id} is abnormal: describe what was seen.`;
      yield { at: page.at(`/items/${n}/result`), id, say: { zh, en } };
    }
  },
});
