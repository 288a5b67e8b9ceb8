import type { Ledger } from '../../../docs-schema/generated/types.ts';
import { localDate } from '../../measure/time/instant.ts';
import { ledgerText } from '../../measure/ledger/document.ts';
import { type Ledger as Generated, type LedgerSheet, ledgerOf } from '../../measure/ledger/ledger.ts';
import { cutoffOf } from '../../measure/time/moment.ts';
import { parsePeriod } from '../../measure/time/period.ts';
import { offsetOf } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { modelled } from '../../model/read/modelled.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';
import { atSection } from '../../model/place.ts';
import { splitHead } from '../../writing/frontmatter.ts';

const TZ = 'ledgers/TZ-2026-05.md';

export const inSync = crossRule<Ledger>({
  id: 'ledger/in-sync',
  says: { zh: '台账与单据一致。', en: 'The ledger equals the ledger computed from the records.' },
  why: {
    zh: '台账由单据生成，不手工改；改过的台账与单据对不上，两份都不能作证。',
    en: 'A ledger is generated and never edited; when it differs from the records, neither of them proves anything.',
  },
  clauses: ['C3.1.1-06', 'C3.1.1-08', 'C3.2-04'],
  severity: 'error',
  kinds: ['ledger'],
  examples: [
    {
      bad: {
        [TZ]: '---\ntype: ledger\nstatus: generated\nperiod: "2026-05"\n---\n# 台账\n\n## «问题台账»\n\n| 序号 | 单号 |\n|---|---|\n| 1 | WX-2026-0009 |\n',
      },
      message:
        'TZ-2026-05 的“问题台账”与单据不一致（应有 0 行）；请勿手工修改台账，改单据后重新生成：docket ledger --period 2026-05 --write。',
    },
    {
      good: {
        [TZ]: ledgerExample(),
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: registered\nreported_at: "2026-06-02T09:00:00+08:00"\n---\n# 六月的单据不在五月台账里\n',
      },
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: registered\nreported_at: "2026-05-02T09:00:00+08:00"\n---\n# 没有台账\n',
      },
    },
  ],

  *check(entry, project) {
    const period = parsePeriod(entry.data.period);
    const text = project.text(entry.path);
    if (entry.broken || period === undefined || text === undefined) return;
    const offset = offsetOf(project.config);
    const cutoff = cutoffOf(entry.data.data_cutoff, period, offset);
    const ledger = ledgerOf(project.get, period, cutoff);
    const generated = ledgerText(project.get, ledger, text, localDate(cutoff, offset));
    // Other rules report a frontmatter to which the values cannot be written.
    if (typeof generated !== 'string') return;
    if (lines(splitHead(generated).body) === lines(splitHead(text).body)) return;
    const sheet = firstDifferent(entry, ledger, project);
    const command = `docket ledger --period ${period.key} --write`;
    yield {
      at: sheet ? atSection(entry.path, sheet.key) : placeOf(entry, '/id'),
      id: entry.id,
      say: {
        zh: `${entry.id} ${sheet ? `的“${sheet.title}”与单据不一致（应有 ${sheet.rows.length} 行）` : '与单据不一致'}；请勿手工修改台账，改单据后重新生成：${command}。`,
        en: `${sheet ? `${sheet.title} of ${entry.id} differs from the records (${sheet.rows.length} rows expected)` : `${entry.id} differs from the records`}: correct the records, then run ${command}.`,
      },
      fixes: [
        {
          title: { zh: '重新生成台账', en: 'Generate the ledger again' },
          safe: true,
          edits: [{ do: 'write', path: entry.path, text: generated }],
        },
      ],
    };
  },
});

/** The text without line ends and blanks at the ends of lines, which are not edits. */
function lines(text: string): string {
  return text.replace(/[ \t]*\r?\n/g, '\n').trim();
}

/** The first sheet whose rows differ from the records; cells are compared as the tables were read. */
function firstDifferent({ path }: EntryOf<Ledger>, { sheets }: Generated, project: Project): LedgerSheet | undefined {
  const { document, sections } = project.get(modelled, path);
  return sheets.find(({ key, header, rows }) => {
    const within = document.sections[sections.get(key) ?? -1]?.whole;
    if (within === undefined) return false;
    const found = document.tables
      .filter(({ span }) => span.start >= within.start && span.end <= within.end)
      .flatMap(table => [table.header, ...table.rows.map(({ cells }) => cells)]);
    const wanted = rows.length === 0 ? [] : [header, ...rows];
    return (
      JSON.stringify(found.map(cells => cells.map(cell => plain(cell.text)))) !==
      JSON.stringify(wanted.map(cells => cells.map(plain)))
    );
  });
}

function plain(text: string): string {
  return text.replace(/\\\|/g, '|').replace(/[\s`*_]/g, '');
}

/** An empty ledger, as the generator writes it. */
function ledgerExample(): string {
  const sheets = [
    '问题台账',
    '需求台账',
    '服务工单台账',
    '巡检台账',
    '存储/表空间容量台账',
    '故障台账',
    '变更与脚本台账',
    '部署台账',
    '异常数据台账',
    '人员台账',
    '文档版本台账',
  ];
  const note = '<!-- 本台账由单据生成，请勿手工修改；数据有误的，改单据后重新生成。 -->';
  return `---\ntype: ledger\nstatus: generated\nperiod: "2026-05"\n---\n\n# 2026年5月系统运维台账\n\n${note}\n\n${sheets.map(name => `## ${name}\n\n本期无记录。\n`).join('\n')}`;
}
