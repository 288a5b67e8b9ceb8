/** Small documents of a service period that begins in October 2025, for the examples of this namespace. */
import type { Files } from '../rule.ts';

const PERIOD = { 'docket.yml': 'project:\n  period: { from: 2025-10-01, to: 2026-09-30 }\n' };
const revisions = (named: string) =>
  `revisions:\n  - { version: "V1.2", date: 2025-09-19, summary: 接管基线 }\n  - { version: "V1.3", date: 2026-03-12, summary: 增加 ${named}, refs: [BG-2026-0005] }\n`;

/** A specification whose version V1.3 added REQ-REV-012. */
export function specification(item: string, attributes = ''): Files {
  const head = `---\ntype: srs\nid: ZZGL-SRS\nstatus: approved\nversion: "V1.3"\n${revisions('REQ-REV-012')}---\n`;
  return {
    ...PERIOD,
    'docs/ZZGL-SRS.md': `${head}# 需求规格说明书\n\n### ${item} 超期预警规则\n\n${attributes}\n\n剩余 2 个工作日标黄。\n`,
  };
}

/** A high-level design whose version V1.3 added HD-REV-03. */
export function design(element: string, attributes: string): Files {
  const head = `---\ntype: hld\nid: ZZGL-HLD\nstatus: approved\nversion: "V1.3"\n${revisions('HD-REV-03')}---\n`;
  return {
    ...PERIOD,
    'docs/ZZGL-HLD.md': `${head}# 概要设计说明书\n\n### ${element} 提醒子系统\n\n${attributes}\n\n每日扫描。\n`,
  };
}

/** A detailed design whose version V1.3 added LD-REV-07. */
export function units(unit: string, attributes: string): Files {
  const head = `---\ntype: lld\nid: ZZGL-LLD\nstatus: approved\nversion: "V1.3"\n${revisions('LD-REV-07')}---\n`;
  return {
    ...PERIOD,
    'docs/ZZGL-LLD.md': `${head}# 详细设计说明书\n\n### ${unit} 定时任务\n\n${attributes}\n\n每日 07:30 运行。\n`,
  };
}

/** A change approval in a state, with further frontmatter lines. */
export function changeIn(status: string, rest = ''): Files {
  return {
    'records/change-approval/2026/BG-2026-0005.md': `---\nstatus: ${status}\nchange_kind: [program]\nrelease_tag: v2.4.0\n${rest}---\n# 超期预警\n`,
  };
}

/** A test report with one row of its table of cases. */
export function report(row: string, version = 'v2.4.0', status = 'approved'): Files {
  const table = '| 用例 | 用例名称 | 需求条目 | 结果 |\n|---|---|---|---|\n';
  return {
    'docs/test/CS-2026-002.md': `---\nstatus: ${status}\nsoftware_version: ${version}\n---\n# 测试报告\n\n## 测试项\n\n${table}${row}\n`,
  };
}
