/** A unit, its code, and the lock that says they agree; a rule's example moves one of them. */
import type { Files } from '../rule.ts';

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
