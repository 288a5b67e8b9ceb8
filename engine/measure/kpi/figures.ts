/**
 * Computes figures and compares them with their targets.
 *
 * In: a period, records, settings. Out: figures. Invariant: the same input gives the same figures, with the ids of the
 * records behind each.
 */
import type { Words } from '../../base/words.ts';
import type { MeasuredFacts } from '../facts/facts.ts';
import { measuring } from '../facts/measuring.ts';
import type { Period } from '../time/period.ts';
import type { MeasureSettings } from '../agreed/measureSettings.ts';
import type { Origin } from '../agreed/sla.ts';
import { kpis } from './catalogue.ts';
import type { Count, Figure, Kpi, KpiTarget } from './kpi.ts';
import { percentOf, ratioOf } from './ratio.ts';

/** The figures of a period: every KPI of the catalogue, in its order. */
export function figures(period: Period, facts: MeasuredFacts, settings: MeasureSettings): Figure[] {
  const run = measuring(period, facts, settings);
  return kpis.map(kpi => figureOf(kpi, kpi.compute(run)));
}

function figureOf(kpi: Kpi, count: Count): Figure {
  const percent = kpi.unit === 'percent' ? percentOf(count.numerator, count.denominator) : null;
  return { ...count, extra: count.extra ?? {}, key: kpi.key, percent, value: valueOf(kpi, count) };
}

/** The value of a KPI, in its unit and with its decimals; null for a zero denominator. */
export function valueOf(
  { unit, digits }: Kpi,
  { numerator, denominator }: Pick<Count, 'numerator' | 'denominator'>,
): number | null {
  if (unit === 'count') return numerator;
  return unit === 'percent' ? percentOf(numerator, denominator, digits) : ratioOf(numerator, denominator, digits);
}

/** A target with who set it. */
export interface SourcedTarget extends KpiTarget {
  readonly source: Origin;
}

/** The target of a KPI: that of the project, or its default with the source `default`; undefined when it has none. */
export function targetOf(kpi: Kpi, settings: Pick<MeasureSettings, 'targets'>): SourcedTarget | undefined {
  const own = settings.targets[kpi.key];
  if (own !== undefined) return { bound: kpi.target?.bound ?? boundOf(kpi), ...own };
  return kpi.target === undefined ? undefined : { ...kpi.target, source: 'default' };
}

/** The direction of a target: small is better for times and counts, except the time between failures. */
function boundOf({ key, unit }: Kpi): KpiTarget['bound'] {
  return unit === 'percent' || key === 'mtbf' ? 'at-least' : 'at-most';
}

/** Whether a figure reaches its target; undefined when it has no value, because nothing was due. */
export function isReached({ value }: Pick<Figure, 'value'>, { value: wanted, bound }: KpiTarget): boolean | undefined {
  if (value === null) return undefined;
  return bound === 'at-least' ? value >= wanted : value <= wanted;
}

/** A figure as reports print it: `39/40 = 97.50%`, `25.4 min (n=40)`; a dash for a zero denominator. */
export function figureText({ unit, digits }: Kpi, { numerator, denominator, value }: Figure): Words {
  if (value === null) return { zh: '—', en: '—' };
  const number = value.toFixed(digits);
  if (unit === 'minutes') return { zh: `${number}分钟（n=${denominator}）`, en: `${number} min (n=${denominator})` };
  const text = unit === 'count' ? number : `${plain(numerator)}/${plain(denominator)} = ${number}%`;
  return { zh: text, en: text };
}

function plain(value: number): string {
  return String(Math.round(value * 100) / 100);
}
