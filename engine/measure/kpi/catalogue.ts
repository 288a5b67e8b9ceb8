/** All figures, in the order of the report. */
import { availability, timeBetweenFailures } from './availability.ts';
import { changeApproved, changeSuccess, emergencyChangeRate } from './changes.ts';
import { documentsInTime } from './documents.ts';
import { recurrenceRate, timeToRepair, timeToRepairMajor } from './faults.ts';
import { incidentReportInTime, securityEvents } from './incidents.ts';
import { abnormalClosed, inspectionInTime, inspectionRate } from './inspections.ts';
import type { Kpi } from './kpi.ts';
import { recordRate, ticketCompleteness } from './recording.ts';
import { releaseSuccess } from './releases.ts';
import { reportInTime } from './reports.ts';
import { requirementDone, requirementFeedback } from './requirements.ts';
import { firstDispatchRate, firstLineRate, reopenRate, solvedRate } from './resolution.ts';
import { satisfaction } from './satisfaction.ts';
import { signoffRate } from './signoff.ts';
import { onsiteRate, staffChange } from './staff.ts';
import { averageResponse, resolveRate, responseRate, slaRate } from './timeliness.ts';

/** Every KPI, each once. */
export const kpis: readonly Kpi[] = [
  responseRate,
  resolveRate,
  slaRate,
  solvedRate,
  firstLineRate,
  firstDispatchRate,
  recordRate,
  ticketCompleteness,
  reopenRate,
  recurrenceRate,
  averageResponse,
  timeToRepair,
  timeToRepairMajor,
  timeBetweenFailures,
  availability,
  inspectionRate,
  inspectionInTime,
  abnormalClosed,
  changeSuccess,
  releaseSuccess,
  changeApproved,
  emergencyChangeRate,
  reportInTime,
  documentsInTime,
  requirementFeedback,
  requirementDone,
  satisfaction,
  signoffRate,
  onsiteRate,
  staffChange,
  incidentReportInTime,
  securityEvents,
];
