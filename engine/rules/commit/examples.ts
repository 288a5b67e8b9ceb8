/** Shared by the examples of the commit rules: a project, a program, a change of it, its records. */
import type { Files } from '../rule.ts';

/** Groups of `code:` in docket.yml: a program and its scripts. */
export const CODE = 'code:\n  - { kind: program, include: [src/**] }\n  - { kind: script, include: [db/**] }\n';
/** Path of the program file that the examples change. */
export const JAVA = 'src/review/OverdueReminderJob.java';
/** The program file before the change. */
export const BEFORE =
  'package cn.review;\n\n/** 超期提醒。 */\npublic class OverdueReminderJob {\n  /** 每天运行一次。 */\n  public void run() {\n    remind(2);\n  }\n}\n';
/** The program file after the change. */
export const AFTER = BEFORE.replace('remind(2)', 'remind(3)');

/** The project after the change, without records. */
export const PROJECT: Files = { 'docket.yml': CODE, [JAVA]: AFTER };

const WX = 'records/ticket/2026/WX-2026-0003.md';
/** A ticket with a state. */
export const ticket = (status = 'processing'): Files => ({
  [WX]: `---\nid: WX-2026-0003\ntype: ticket\nstatus: ${status}\n---\n# 提醒早了一天\n`,
});

const BG = 'records/change-approval/2026/BG-2026-0005.md';
/** A change approval with a state and further frontmatter lines. */
export const approval = (status = 'draft', rest = ''): Files => ({
  [BG]: `---\nid: BG-2026-0005\ntype: change-approval\nstatus: ${status}\n${rest}---\n# 提醒提前量\n`,
});
