/** The input of the sections of a report. */
import { ALL } from '../../base/queries.ts';
import type { Words } from '../../base/words.ts';
import { factsAt } from '../time/asOf.ts';
import type { MeasuredFacts } from '../facts/facts.ts';
import { kpis } from '../kpi/catalogue.ts';
import { figureText } from '../kpi/figures.ts';
import type { Figure } from '../kpi/kpi.ts';
import { sheetTable } from '../../writing/table.ts';
import type { MeasuredMoment } from '../time/moment.ts';
import { projectFacts } from '../facts/projectFacts.ts';
import type { MeasureSettings } from '../agreed/measureSettings.ts';
import { figuresAt, settingsAt } from './figuresAt.ts';

/** What the sections of a report are written from. */
export interface ReportParts {
  readonly moment: MeasuredMoment;
  readonly facts: MeasuredFacts;
  readonly settings: MeasureSettings;
  readonly figures: readonly Figure[];
  /** The text in the language of the project. */
  say(words: Words): string;
  /** A figure as printed, by its key: `3/3 = 100.00%`. */
  printed(key: string): string;
  /** A figure by its key. */
  figure(key: string): Figure | undefined;
  /** A table, or the text `none` when there are no rows. */
  table(header: readonly Words[], rows: readonly (readonly unknown[])[], none: Words): string;
}

/** The parts for a period and its cut-off. */
export function reportPartsOf(moment: MeasuredMoment): ReportParts {
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

/** The text in place of an empty table. */
export const NOTHING_TO_REPORT: Words = { zh: '本期无。', en: 'None in this period.' };

/** A text in both languages. */
export const words = (zh: string, en: string): Words => ({ zh, en });
