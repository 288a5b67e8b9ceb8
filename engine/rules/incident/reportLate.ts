import type { IncidentReport } from '../../../docs-schema/generated/types.ts';
import { ALL } from '../../base/queries.ts';
import { parseInstant } from '../../measure/time/instant.ts';
import { incidentReportDue } from '../../measure/kpi/incidents.ts';
import { judgedAt, measureTerms } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';
import { localTime, tableBinds } from '../serviceLevels.ts';

const CONFIG =
  'sla: { source: bid, levels: { P1: { resolve: 4h, report: 24h }, P2: { resolve: 8h, report: 3 workdays } } }\n';
const report = (status: string, more: string, severity = 'P1') =>
  `---\nstatus: ${status}\nseverity: ${severity}\nrecovered_at: "2026-05-20T10:31:00+08:00"\n${more}---\n# 归档卷写满\n`;
const GZ = 'records/incident-report/2026/GZ-2026-001.md';

export const reportLate = crossRule<IncidentReport>({
  id: 'incident/report-late',
  says: {
    zh: '故障报告在恢复后的约定时限内提交。',
    en: 'An incident report is handed in within the agreed time after recovery.',
  },
  why: {
    zh: '报告越晚，现场越说不清；提交时限是承诺，迟交计入考核。',
    en: 'The later the report, the less it proves; the term is promised, and a late report counts in the assessment.',
  },
  clauses: ['C3.1.2-09'],
  severity: 'warning',
  kinds: ['incident-report'],
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [GZ]: report('submitted', 'submitted_at: "«2026-05-21T16:00:00+08:00»"\n') },
      message: 'GZ-2026-001 于 2026-05-21 16:00 提交，晚于时限 2026-05-21 10:31（恢复后 29.5 小时）。',
    },
    {
      bad: { 'docket.yml': CONFIG, [GZ]: report('«draft»', '') },
      asOf: '2026-05-21',
      message: 'GZ-2026-001 应于 2026-05-21 10:31 前提交，至今仍是草稿；请尽快提交甲方。',
    },
    { good: { 'docket.yml': CONFIG, [GZ]: report('submitted', 'submitted_at: "2026-05-21T10:31:00+08:00"\n') } },
    { good: { 'docket.yml': CONFIG, [GZ]: report('submitted', 'submitted_at: "2026-05-25T10:00:00+08:00"\n', 'P2') } },
    { good: { 'docket.yml': CONFIG, [GZ]: report('draft', '') }, asOf: '2026-05-21T10:00:00+08:00' },
    { good: { [GZ]: report('submitted', 'submitted_at: "2026-05-25T16:00:00+08:00"\n') } },
  ],

  *check(report, project) {
    const { id, data, broken } = report;
    const recovered = parseInstant(data.recovered_at);
    const submitted = parseInstant(data.submitted_at);
    if (broken || recovered === undefined || !tableBinds(project)) return;
    // doc/schema reports a handed-in report without a time.
    if (submitted === undefined && project.reached(report, 'submitted')) return;
    const due = incidentReportDue(data.severity, recovered, project.get(measureTerms, ALL));
    if (due === undefined || (submitted ?? project.get(judgedAt, ALL)) <= due) return;
    const by = localTime(due, project);
    if (submitted === undefined) {
      const zh = `${id} 应于 ${by} 前提交，至今仍是草稿；请尽快提交甲方。`;
      yield {
        at: placeOf(report, '/status'),
        id,
        say: { zh, en: `${id} was due by ${by} and is still a draft: hand it in to the purchaser.` },
      };
      return;
    }
    const [at, hours] = [localTime(submitted, project), Math.round((submitted - recovered) / 360_000) / 10];
    const zh = `${id} 于 ${at} 提交，晚于时限 ${by}（恢复后 ${hours} 小时）。`;
    yield {
      at: placeOf(report, '/submitted_at'),
      id,
      say: { zh, en: `${id} was handed in ${at}, after the term ${by} (${hours} hours after recovery).` },
    };
  },
});
