import type { Config } from '../../model/config/config.ts';
import { mapOf } from '../../model/config/config.ts';
import type { Words } from '../../base/words.ts';
import { setValue } from '../fixes.ts';
import { entryRule, type EntryPage, type Remark } from '../rule.ts';
import { atSpan } from '../../model/place.ts';

export const fieldConflict = entryRule({
  id: 'consistency/field-conflict',
  says: {
    zh: '合同编号、服务期、当事人名称在各文档中与 docket.yml 一致。',
    en: 'Contract number, period and parties are the same in every document as in docket.yml.',
  },
  why: {
    zh: '同一事实两处写得不同，验收时两份文件都会被质疑。',
    en: 'When two documents state a fact differently, both are in doubt at acceptance.',
  },
  clauses: ['C5.1-02'],
  severity: 'error',
  examples: [
    {
      bad: {
        'docket.yml': 'project:\n  contract: HT-2025-018\n  period: { from: 2025-10-01, to: 2026-09-30 }\n',
        'acceptance/YS-2026-01.md':
          '---\ntype: acceptance-application\ncontract_no: «HT-2025-081»\nservice_period: { from: 2025-10-01, to: «2026-10-31» }\n---\n# 验收申请\n\n- 合同编号：«HT-2026-018»\n',
      },
      message: '合同编号写作 HT-2025-081，docket.yml 中是 HT-2025-018。',
    },
    {
      bad: {
        'docket.yml': 'project:\n  name: 证照系统运维项目\n  purchaser: 某某局\n',
        'acceptance/YSBG-2026-01.md':
          '---\ntype: acceptance-report\n---\n# 验收书\n\n| 项目名称 | «证照系统建设项目» |\n|---|---|\n| 采购人 | 某某局 |\n',
      },
      message: '项目名称写作 证照系统建设项目，docket.yml 中是 证照系统运维项目。',
    },
    {
      good: {
        'docket.yml': 'project:\n  name: 证照系统运维项目\n  contract: HT-2025-018\n  purchaser: 某某局\n',
        'acceptance/YS-2026-01.md':
          '---\ntype: acceptance-application\ncontract_no: HT-2025-018\n---\n# 验收申请\n\n**合同编号**：`HT-2025-018`。\n\n采购人：某某局（以下简称甲方）\n\n原合同编号：HT-2024-003\n',
      },
    },
  ],

  *check(page, { config }) {
    if (page.entry.broken || page.entry.row !== undefined) return;
    yield* inFields(page, config);
    yield* inText(page, config);
  },
});

function* inFields(page: EntryPage, { project }: Config): Iterable<Remark> {
  const { contract_no: number, service_period: period } = page.data;
  if (typeof number === 'string' && project.contract !== '' && number !== project.contract) {
    yield {
      ...conflict(CONTRACT, number, project.contract),
      at: page.at('/contract_no'),
      fixes: [setValue(page, '/contract_no', project.contract, false)],
    };
  }
  for (const end of ['from', 'to'] as const) {
    const day = mapOf(period)[end];
    if (project.period === undefined || typeof day !== 'string' || day === project.period[end]) continue;
    yield {
      ...conflict(PERIOD[end], day, project.period[end]),
      at: page.at(`/service_period/${end}`),
      fixes: [setValue(page, `/service_period/${end}`, project.period[end], false)],
    };
  }
}

const CONTRACT: Words = { zh: '合同编号', en: 'Contract number' };
const PERIOD = { from: { zh: '服务期起', en: 'Start of the period' }, to: { zh: '服务期止', en: 'End of the period' } };

/** `合同编号：HT-2025-018` on a line of its own or in a cell of a table; not in the middle of a sentence. */
function* inText(page: EntryPage, { project }: Config): Iterable<Remark> {
  const facts: readonly (readonly [Words, string])[] = [
    [CONTRACT, project.contract],
    [{ zh: '项目名称', en: 'Project name' }, project.name],
    [{ zh: '采购人', en: 'Purchaser' }, project.purchaser],
    [{ zh: '中标人', en: 'Contractor' }, project.contractor],
  ];
  for (const [name, value] of facts) {
    if (value === '' || !page.document.text.includes(name.zh)) continue;
    const line = new RegExp(`(?:^|\\|)[ \\t>*+-]*\\**${name.zh}\\**[ \\t]*[：:|][ \\t]*([^|\\n]+)`, 'gm');
    for (const match of page.document.text.matchAll(line)) {
      const written = (match[1] ?? '').trim();
      const bare = written
        .replace(/[*`“”]/g, '')
        .replace(/[（(，,；;。].*$/, '')
        .trim();
      if (bare === '' || bare === value || /^[-—:\s]+$/.test(bare) || match.index < page.document.head.end) continue;
      const start = match.index + match[0].indexOf(written, match[0].indexOf(name.zh) + name.zh.length);
      yield { ...conflict(name, bare, value), at: atSpan(page.entry.path, { start, end: start + written.length }) };
    }
  }
}

function conflict(name: Words, written: string, is: string): Pick<Remark, 'say'> {
  return {
    say: {
      zh: `${name.zh}写作 ${written}，docket.yml 中是 ${is}。`,
      en: `${name.en} says ${written}, but docket.yml says ${is}.`,
    },
  };
}
