/** The figures of a period at a cut-off, and their frozen copy in the file beside a report. */
import { ALL, type Get } from '../../base/queries.ts';
import { factsAt } from '../time/asOf.ts';
import type { Instant } from '../time/instant.ts';
import { figures } from '../kpi/figures.ts';
import type { Figure } from '../kpi/kpi.ts';
import { cutoffText } from '../time/moment.ts';
import { parsePeriod, type Period } from '../time/period.ts';
import { projectFacts } from '../facts/projectFacts.ts';
import { reportedPeriods } from '../due/reportPlan.ts';
import type { MeasureSettings } from '../agreed/measureSettings.ts';
import { measureTerms } from '../agreed/terms.ts';

/**
 * A figure as it is kept beside a report. `percent` is null for other units and for a zero denominator; `ids` are the
 * records behind it.
 */
export interface FrozenFigure {
  readonly key: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: number | null;
  readonly ids: readonly string[];
}

/** The content of `reports/figures/ID.json`. */
interface FrozenFigures {
  readonly version: 1;
  readonly period: string;
  readonly data_cutoff: string;
  readonly figures: readonly FrozenFigure[];
}

/**
 * The period of a report by its key. A year means the year of service that ends in it. Undefined for a key that is no
 * period.
 */
export function reportPeriod(get: Get, key: unknown): Period | undefined {
  const period = parsePeriod(key);
  const { service } = get(measureTerms, ALL);
  if (period?.kind !== 'year' || service === undefined) return period;
  return reportedPeriods('year', service, service).find(year => year.key === period.key) ?? period;
}

/** The settings of the project with another cut-off. */
export function settingsAt(get: Get, cutoff: Instant): MeasureSettings {
  return { ...get(measureTerms, ALL), asOf: cutoff };
}

/** The figures of a period from the records as they were at the cut-off. */
export function figuresAt(get: Get, period: Period, cutoff: Instant): readonly Figure[] {
  const settings = settingsAt(get, cutoff);
  return figures(period, factsAt(get(projectFacts, ALL), cutoff, settings.calendar.offset), settings);
}

/** The figures of a period as they are kept beside a report. */
export function frozen(get: Get, period: Period, cutoff: Instant): FrozenFigures {
  const { calendar } = get(measureTerms, ALL);
  return {
    version: 1,
    period: period.key,
    data_cutoff: cutoffText(cutoff, calendar.offset),
    figures: figuresAt(get, period, cutoff).map(({ key, numerator, denominator, percent, ids }) => ({
      key,
      numerator,
      denominator,
      percent,
      ids,
    })),
  };
}

/** The JSON of frozen figures, one figure per line, so that a diff shows which of them changed. */
export function frozenText({ version, period, data_cutoff, figures: all }: FrozenFigures): string {
  const lines = all.map(figure => `    ${JSON.stringify(figure)}`);
  const head = `{\n  "version": ${version},\n  "period": ${JSON.stringify(period)},\n  "data_cutoff": ${JSON.stringify(data_cutoff)},`;
  return `${head}\n  "figures": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** Reads frozen figures by key; undefined when the text is not such JSON. */
export function readFrozen(text: string | undefined): ReadonlyMap<string, FrozenFigure> | undefined {
  try {
    const all = (JSON.parse(text ?? '') as Partial<FrozenFigures>).figures;
    return Array.isArray(all) ? new Map(all.map(figure => [String(figure.key), figure])) : undefined;
  } catch {
    return undefined;
  }
}

/** The path of the frozen figures of a report. */
export function figuresPath(id: string): string {
  return `reports/figures/${id}.json`;
}
