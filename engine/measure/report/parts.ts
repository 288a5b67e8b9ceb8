/** What every section of a report is written from. */
import { ALL } from '../../base/queries.ts';
import type { Words } from '../../base/words.ts';
import { factsAt } from '../time/asOf.ts';
import type { Facts } from '../facts/facts.ts';
import { kpis } from '../kpi/catalogue.ts';
import { figureText } from '../kpi/figures.ts';
import type { Figure } from '../kpi/kpi.ts';
import { sheetTable } from '../../writing/table.ts';
import type { Moment } from '../time/moment.ts';
import { projectFacts } from '../facts/projectFacts.ts';
import type { MeasureSettings } from '../agreed/measureSettings.ts';
import { figuresAt, settingsAt } from './figuresAt.ts';

export interface ReportParts {
  readonly moment: Moment;
  readonly facts: Facts;
  readonly settings: MeasureSettings;
  readonly figures: readonly Figure[];
  say(words: Words): string;
  /** `3/3 = 100.00%`, by the key of the figure. */
  printed(key: string): string;
  figure(key: string): Figure | undefined;
  table(header: readonly Words[], rows: readonly (readonly unknown[])[], none: Words): string;
}

export function partsOf(moment: Moment): ReportParts {
  const { get, period, cutoff, say, offset } = moment;
  const all = figuresAt(get, period, cutoff);
  const figure = (key: string): Figure | undefined => all.find(one => one.key === key);
  return {
    moment,
    say,
    figure,
    facts: factsAt(get(projectFacts, ALL), cutoff, offset),
    settings: settingsAt(get, cutoff),
    figures: all,
    printed: key => {
      const [kpi, found] = [kpis.find(one => one.key === key), figure(key)];
      return kpi && found ? say(figureText(kpi, found)) : '—';
    },
    table: (header, rows, none) =>
      rows.length === 0
        ? say(none)
        : sheetTable(
            header.map(say),
            rows.map(cells => cells.map(text)),
          ),
  };
}

function text(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

export const NOTHING: Words = { zh: '本期无。', en: 'None in this period.' };

export const words = (zh: string, en: string): Words => ({ zh, en });
