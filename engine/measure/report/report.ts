/**
 * The maintenance report (维护报告) as a file. What can be computed is written between marks and renewed at each run; text
 * outside the marks is written by people and never changed. A new report holds prompts where a person must write.
 *
 * In: the project, a period, a cut-off, the existing text. Out: the new text. Invariant: only the text between marks
 * and the generated fields of the frontmatter change.
 */
import { ALL, type Get } from '../../base/queries.ts';
import type { Words } from '../../base/words.ts';
import type { SectionSpec } from '../../model/kinds/kinds.ts';
import { valueOfId } from '../../model/derive/names.ts';
import { idOfPeriod } from '../../model/kinds/idOfPeriod.ts';
import { catalogue } from '../../model/config/projectConfig.ts';
import type { Instant } from '../time/instant.ts';
import { projectManager } from '../ledger/document.ts';
import { cutoffText, momentOfPeriod } from '../time/moment.ts';
import { type Period, periodLabel, previousPeriod } from '../time/period.ts';
import { entriesByKind } from '../../model/outline.ts';
import { frontmatterText, inLineEndsOf, splitHead, withValues } from '../../writing/frontmatter.ts';
import type { EditRefusal } from '../../writing/yamlBlock.ts';
import { quoted, unquoted } from '../../writing/yamlValue.ts';
import { figuresPath } from './figuresAt.ts';
import { kpiSection } from './kpiSection.ts';
import { nextPeriod, performance, security, shortfalls } from './outlookSections.ts';
import { reportPartsOf, type ReportParts, words } from './parts.ts';
import { analysis, overview, staffSection, ticketsHandled } from './serviceSections.ts';
import { changeSection, incidentSection, inspectionSection, requirementSection } from './workSections.ts';

interface ReportSection {
  /** Key of the section in the kind `report`. */
  readonly key: string;
  write?(parts: ReportParts): string;
  /** The prompt for what a person must write. */
  readonly ask?: Words;
}

const SECTIONS: readonly ReportSection[] = [
  { key: 'overview', write: overview },
  { key: 'staff', write: staffSection },
  { key: 'tickets', write: ticketsHandled },
  {
    key: 'analysis',
    write: analysis,
    ask: words(
      '【请归纳本期问题的共性原因和变化趋势，说明已采取的措施】',
      '【Say what the problems had in common, how they developed, and what was done】',
    ),
  },
  { key: 'requirements', write: requirementSection },
  { key: 'inspections', write: inspectionSection },
  { key: 'incidents', write: incidentSection },
  { key: 'changes', write: changeSection },
  { key: 'kpi', write: ({ figures, settings, say }) => kpiSection(figures, settings, say) },
  { key: 'security', write: security },
  {
    key: 'improvement',
    write: shortfalls,
    ask: words(
      '【请说明存在问题、改进措施、负责人和完成时限】',
      '【Name the problems, the measures, who takes them and until when】',
    ),
  },
  {
    key: 'next',
    write: nextPeriod,
    ask: words('【请补充下期重点工作】', '【Add what matters most in the next period】'),
  },
  { key: 'performance', write: performance },
  {
    key: 'summary',
    ask: words('【请总结全年服务情况、主要成效和经验】', '【Sum up the year: what was achieved, what was learned】'),
  },
];

/**
 * The id of the report of a period, such as `YB-2026-05`; when the kind of reports has no identifier for such a period,
 * the key of the period.
 */
export function reportId({ key }: Pick<Period, 'key'>, get: Get): string {
  return idOfPeriod(get(catalogue, ALL).kinds.get('report'), key) ?? key;
}

/**
 * The text of the report of a period. `existing` is the text of the file now; `day` is the date of creation for a new
 * file. Refused when the frontmatter cannot be changed.
 */
export function reportText(
  get: Get,
  period: Period,
  cutoff: Instant,
  existing: string | undefined,
  day: string,
): string | EditRefusal {
  const parts = reportPartsOf(momentOfPeriod(get, period, cutoff));
  const { head, body } = splitHead(existing ?? '');
  const values = generatedValues(parts, period, cutoff);
  const written = withValues(
    head === '' ? firstHead(get, parts, period, day) : head,
    values,
    get(catalogue, ALL).kinds.get('report')?.fields,
  );
  if ('refused' in written) return written;
  return `${written.text}${head === '' ? firstBody(get, parts, period) : inLineEndsOf(existing, refreshed(body, parts))}`;
}

function generatedValues({ moment }: ReportParts, period: Period, cutoff: Instant): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ['period', quoted(period.key)],
    ['data_cutoff', quoted(cutoffText(cutoff, moment.offset))],
    ['figures', figuresPath(reportId(period, moment.get))],
  ]);
}

function firstHead(get: Get, { say }: ReportParts, period: Period, day: string): string {
  const author = projectManager(get);
  const prev = period.kind === 'range' ? undefined : reportId(previousPeriod(period), get);
  return frontmatterText([
    ['id', reportId(period, get)],
    ['type', 'report'],
    ['title', unquoted(say(titleOf(period)))],
    ['status', 'draft'],
    ['created', day],
    ...(author ? [['author', author] as const] : []),
    ['classification', 'internal'],
    ...(prev !== undefined && get(entriesByKind, 'report').some(({ id }) => id === prev)
      ? [['prev', prev] as const]
      : []),
  ]);
}

function titleOf(period: Period): Words {
  const label = periodLabel(period);
  return period.kind === 'year'
    ? { zh: `${label.zh}度运维服务总结报告`, en: `Maintenance report ${label.en}` }
    : { zh: `${label.zh}维护报告`, en: `Maintenance report, ${label.en}` };
}

function firstBody(get: Get, parts: ReportParts, period: Period): string {
  const kind = get(catalogue, ALL).kinds.get('report');
  const specs = kind?.sections ?? [];
  const sort = valueOfId(reportId(period, get), kind?.fields.byKey.get('period_kind')?.byId);
  const wanted = SECTIONS.filter(({ key }) =>
    isForReport(
      specs.find(spec => spec.key === key),
      sort,
    ),
  );
  const texts = wanted.map(section => sectionText(section, specs, parts));
  return `\n# ${parts.say(titleOf(period))}\n\n${texts.join('\n')}`;
}

/** Whether a report of a sort (`monthly`) has a section: a section that only some sorts require is in those only. */
function isForReport(spec: SectionSpec | undefined, sort: string | undefined): boolean {
  const sorts = spec?.requiredIf?.['period_kind'];
  return sorts === undefined || (Array.isArray(sorts) ? sorts : [sorts]).includes(sort);
}

function sectionText({ key, write, ask }: ReportSection, specs: readonly SectionSpec[], parts: ReportParts): string {
  const title = specs.find(spec => spec.key === key)?.label ?? words(key, key);
  const blocks = [...(write ? [marked(key, write(parts))] : []), ...(ask ? [parts.say(ask)] : [])];
  return `## ${parts.say(title)}\n\n${blocks.join('\n\n')}\n`;
}

function marked(key: string, text: string): string {
  return `<!-- docket:generated ${key} -->\n\n${text}\n\n<!-- docket:end -->`;
}

const BLOCK = /<!-- docket:generated ([a-z_]+) -->[\s\S]*?<!-- docket:end -->/g;

/** Renews the text between marks. A block that a person removed is not added again. */
function refreshed(body: string, parts: ReportParts): string {
  return body.replace(BLOCK, (block, key: string) => {
    const write = SECTIONS.find(section => section.key === key)?.write;
    return write === undefined ? block : marked(key, write(parts));
  });
}
