/** The figures in a report: the rows of the table under 服务指标, recognised by the label of the figure. */
import { query } from '../../base/queries.ts';
import { sameData } from '../../base/sameData.ts';
import type { Span } from '../../base/text.ts';
import { kpis } from '../../measure/kpi/catalogue.ts';
import type { Kpi } from '../../measure/kpi/kpi.ts';
import { fold } from '../../model/kinds/compileFields.ts';
import { modelled } from '../../model/read/modelled.ts';

/** One figure in the table of a report. */
interface PrintedFigure {
  readonly key: string;
  readonly text: string;
  /** The cell with the value, in offsets of the text. */
  readonly span: Span;
}

/** The figures in a report; key: its path. */
export const printedFigures = query<readonly PrintedFigure[]>(
  'printedFigures',
  (path, get) => {
    const { document, sections } = get(modelled, path);
    const within = document.sections[sections.get('kpi') ?? -1]?.whole;
    if (within === undefined) return [];
    const tables = document.tables.filter(({ span }) => span.start >= within.start && span.end <= within.end);
    return tables.flatMap(({ rows }) =>
      rows.flatMap(({ cells: [name, value] }) => {
        const kpi = name && value ? kpiNamed(name.text) : undefined;
        return kpi && value ? [{ key: kpi.key, text: value.text, span: value.span }] : [];
      }),
    );
  },
  sameData,
);

function kpiNamed(name: string): Kpi | undefined {
  const word = fold(name);
  return kpis.find(({ key, label }) => [key, label.zh, label.en].some(other => fold(other) === word));
}

/** Whether two texts of a figure mean the same; spaces and forms of signs do not matter. */
export function sameFigure(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(text: string): string {
  return text
    .replace(/[\s*＊`]/g, '')
    .replaceAll('＝', '=')
    .replaceAll('％', '%')
    .replaceAll('／', '/')
    .replace(/^[-–]$/, '—');
}
