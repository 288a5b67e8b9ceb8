/**
 * A unit with its code, a design element with its requirement, and a docket.lock for each; the examples change one of
 * them.
 */
import type { Files } from '../rule.ts';

/** The code of a unit, and the lock that records their agreement. */
export const LOCKED = {
  'src/review/Job.java': 'class Job { int days = 2; }\n',
  'docket.lock': 'LD-REV-07 src/review/Job.java\n  cbb216a0368a 955af7666b67 agreed RY-004 -\n',
} as const satisfies Files;

/** `id` may carry the marks of an example. */
export function unitSaying(id: string, body = '剩余两天提醒。'): Files {
  return {
    'docs/ZZGL-LLD.md': `---\nid: ZZGL-LLD\ntype: lld\nstatus: baselined\n---\n# 详细设计\n\n### ${id} 超期提醒任务\n\n- 代码：src/review/*.java\n\n${body}\n`,
  };
}

/** The lock that records the agreement of a design element with its requirement. */
export const LOCKED_PAIR = {
  'docket.lock': 'HD-REV-03 REQ-REV-012\n  cb2bc2718924 f9c800d0475d agreed RY-004 -\n',
} as const satisfies Files;

/** A requirement with a number of days in its text. */
export function requirementSaying(days: string, status = 'baselined'): Files {
  return {
    'docs/ZZGL-SRS.md': `---\nid: ZZGL-SRS\ntype: srs\nstatus: ${status}\n---\n# 需求规格说明书\n\n### REQ-REV-012 超期预警规则\n\n剩余${days}天标黄。\n`,
  };
}

/** `named` may carry the marks of an example. */
export function elementSaying(named: string, body = '剩余两天的进入队列。'): Files {
  return {
    'docs/ZZGL-HLD.md': `---\nid: ZZGL-HLD\ntype: hld\nstatus: baselined\n---\n# 概要设计说明书\n\n### HD-REV-03 提醒子系统\n\n- 满足：${named}\n\n${body}\n`,
  };
}

/** The change approval of the requirement, with one row of its table of documents. */
export function changeSaying(row: string): Files {
  return {
    'records/change-approval/2026/BG-2026-0005.md': `---\nid: BG-2026-0005\ntype: change-approval\nstatus: approved\nlinks: { srs_items: [REQ-REV-012] }\ndoc_impact: [{ kind: ${row} }]\n---\n# 提醒提前量\n`,
  };
}
