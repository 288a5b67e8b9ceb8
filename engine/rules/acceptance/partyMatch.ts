import type { AcceptanceReport } from '../../../docs-schema/generated/types.ts';
import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const CONFIG = 'project: { purchaser: XX局 }\n';
const YSBG = 'acceptance/YSBG-2026-01.md';
const report = (party: string) =>
  `---\ntype: acceptance-report\nstatus: drafted\nacceptance_party: ${party}\n---\n# 验收报告\n`;

export const partyMatch = entryRule<AcceptanceReport>({
  id: 'acceptance/party-match',
  says: { zh: '验收主体是采购人。', en: 'The party that accepts is the purchaser.' },
  why: {
    zh: '采购文件写明验收主体是采购人；由其他主体进行的验收无效。',
    en: 'The tender names the purchaser as the party that accepts; an acceptance by another party does not count.',
  },
  clauses: ['C6-1'],
  severity: 'error',
  kinds: ['acceptance-report'],
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [YSBG]: report('«XX局信息中心»') },
      message: 'YSBG-2026-01 的验收主体“XX局信息中心”不是采购人“XX局”。',
    },
    // A row of a journal.
    {
      bad: {
        'docket.yml': 'project: { purchaser: XX局 }\n',
        'acceptance/WX-2026-05.md':
          '---\nid: WX-2026-05\ntype: journal\nof: acceptance-report\n---\n# 登记簿\n\n| id | 状态 | 验收主体 |\n| --- | --- | --- |\n| YSBG-2026-01 | drafted | «XX局信息中心» |\n',
      },
      message: 'YSBG-2026-01 的验收主体“XX局信息中心”不是采购人“XX局”。',
    },
    { good: { 'docket.yml': CONFIG, [YSBG]: report('XX局') } },
    { good: { [YSBG]: report('XX局') } },
  ],

  *check(page, { config }) {
    yield* unmetFor('acceptance/party-match', page);
    const { acceptance_party: party } = page.data;
    const { purchaser } = config.project;
    const { id, broken } = page.entry;
    if (broken || party === undefined || purchaser === '' || party.trim() === purchaser.trim()) return;
    yield {
      at: page.at('/acceptance_party'),
      id,
      say: {
        zh: `${id} 的验收主体“${party}”不是采购人“${purchaser}”。`,
        en: `${id} names ${party} as the party that accepts; the purchaser is ${purchaser}.`,
      },
      fixes: [
        {
          title: { zh: `改为“${purchaser}”`, en: `Change it to ${purchaser}` },
          safe: false,
          edits: [{ do: 'set', at: page.at('/acceptance_party'), value: purchaser }],
        },
      ],
    };
  },
});
