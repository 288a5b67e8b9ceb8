/** The figures of a period as of a cut-off, and the frozen copy that stands beside a report. */
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

export interface FrozenFigure {
  readonly key: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: number | null;
  readonly ids: readonly string[];
}

export interface FrozenFigures {
  readonly version: 1;
  readonly period: string;
  readonly data_cutoff: string;
  readonly figures: readonly FrozenFigure[];
}

/** The period a report of that key speaks of: a year is the year of service that ends in it. */
export function reportPeriod(get: Get, key: unknown): Period | undefined {
  const period = parsePeriod(key);
  const { service } = get(measureTerms, ALL);
  if (period?.kind !== 'year' || service === undefined) return period;
  return reportedPeriods('year', service, service).find(year => year.key === period.key) ?? period;
}

export function settingsAt(get: Get, cutoff: Instant): MeasureSettings {
  return { ...get(measureTerms, ALL), asOf: cutoff };
}

export function figuresAt(get: Get, period: Period, cutoff: Instant): readonly Figure[] {
  const settings = settingsAt(get, cutoff);
  return figures(period, factsAt(get(projectFacts, ALL), cutoff, settings.calendar.offset), settings);
}

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

/** One figure a line, so that a difference shows which of them changed. */
export function frozenText({ version, period, data_cutoff, figures: all }: FrozenFigures): string {
  const lines = all.map(figure => `    ${JSON.stringify(figure)}`);
  const head = `{\n  "version": ${version},\n  "period": ${JSON.stringify(period)},\n  "data_cutoff": ${JSON.stringify(data_cutoff)},`;
  return `${head}\n  "figures": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** The frozen figures by key; undefined when the text is none of ours. */
export function readFrozen(text: string | undefined): ReadonlyMap<string, FrozenFigure> | undefined {
  try {
    const all = (JSON.parse(text ?? '') as Partial<FrozenFigures>).figures;
    return Array.isArray(all) ? new Map(all.map(figure => [String(figure.key), figure])) : undefined;
  } catch {
    return undefined;
  }
}

/** Where the frozen figures of a report stand. */
export function figuresPath(id: string): string {
  return `reports/figures/${id}.json`;
}
